program describe
  use sample
  implicit none
  real(8) :: values(10000), answer
  character(16) :: what
  character(32) :: text
  integer :: n, status

  n = 0
  do
    read (*, *, iostat=status) values(n + 1)
    if (status /= 0) exit
    n = n + 1
    if (n == size(values)) exit
  end do
  call get_command_argument(1, what)
  if (n == 0) stop 2
  select case (what)
  case ('mean')
    answer = mean(values(:n))
  case ('median')
    answer = median(values(:n))
  case ('spread')
    answer = spread_of(values(:n))
  case default
    stop 2
  end select
  write (text, '(f32.4)') answer
  print '(a)', trim(adjustl(text))
end program
