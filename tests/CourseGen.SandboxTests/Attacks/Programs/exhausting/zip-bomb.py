#!/usr/bin/python3
# tries: "to unpack an archive that is a thousand times its size"
# side: both
# ending: over disk
# limits: {disk_mb: 4}
# intact: [host]
# without: [sized_folders]
import io, os, sys, zipfile

packed = io.BytesIO()
with zipfile.ZipFile(packed, 'w', zipfile.ZIP_DEFLATED) as archive:
    with archive.open('bomb', 'w') as entry:
        for _ in range(40):
            entry.write(bytes(1 << 20))
print(len(packed.getvalue()), 'bytes packed')
print('TRIED', flush=True)
try:
    with zipfile.ZipFile(packed) as archive:
        archive.extractall('/tmp/bomb')
except OSError as refused:
    print(refused)
    sys.exit(1)
print('ESCAPED unpacked', os.path.getsize('/tmp/bomb/bomb'))
