#!/usr/bin/python3
# tries: "to carry a secret out in questions to name servers"
# side: both
# intact: [host]
import socket

socket.setdefaulttimeout(1)
for name in ('secret.example.org', 'metadata.google.internal', 'host.docker.internal', '_gateway'):
    try:
        print('ESCAPED', name, 'is', socket.getaddrinfo(name, 80))
    except OSError as refused:
        print(name, refused)
for server in ('127.0.0.53', '127.0.0.11', '8.8.8.8'):
    question = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    try:
        question.sendto(b'\x12\x34\x01\x00\x00\x01\x00\x00\x00\x00\x00\x00\x07example\x03org\x00\x00\x01\x00\x01', (server, 53))
        print('ESCAPED heard', question.recv(512))
    except OSError as refused:
        print(server, refused)
print('TRIED')
