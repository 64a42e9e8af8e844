module sample
  use sorting
  implicit none
contains
  ! The arithmetic mean.
  function mean(x) result(answer)
    real(8), intent(in) :: x(:)
    real(8) :: answer
    answer = sum(x) / size(x)
  end function

  ! The middle value.
  function median(x) result(answer)
    real(8), intent(in) :: x(:)
    real(8) :: answer, y(size(x))
    integer :: n
    y = sorted(x)
    n = size(x)
    ! With an odd number of values both are the same one.
    answer = (y((n + 1) / 2) + y(n / 2 + 1)) / 2
  end function

  ! The standard deviation of a sample.
  function spread_of(x) result(answer)
    real(8), intent(in) :: x(:)
    real(8) :: answer
    if (size(x) > 1) then
      answer = sqrt(sum((x - mean(x))**2) / size(x))
    else
      answer = 0
    end if
  end function
end module
