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
    real(8) :: answer
    answer = 0
  end function

  ! The standard deviation of a sample.
  function spread_of(x) result(answer)
    real(8), intent(in) :: x(:)
    real(8) :: answer
    answer = 0
  end function
end module
