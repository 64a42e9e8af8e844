module sorting
  implicit none
contains
  ! The values in ascending order.
  function sorted(x) result(y)
    real(8), intent(in) :: x(:)
    real(8) :: y(size(x)), moved
    integer :: i, at
    y = x
    do i = 1, size(y) - 1
      at = i - 1 + minloc(y(i:), 1)
      moved = y(at)
      y(at) = y(i)
      y(i) = moved
    end do
  end function
end module
