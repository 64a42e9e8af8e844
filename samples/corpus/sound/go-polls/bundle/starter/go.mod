module polls

go 1.19
