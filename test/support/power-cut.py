"""Cuts the power of one mounted file system: what was not flushed to its device by now is gone.

Usage: power-cut.py MOUNT_POINT; cuts when a line arrives on standard input and prints "cut".
FS_IOC_SHUTDOWN with flag 2 (no flush of the journal either): linux/fs.h, ext4_ioctl_shutdown.
"""

import fcntl
import os
import struct
import sys

FS_IOC_SHUTDOWN = 0x8004587D
NO_LOG_FLUSH = 2

mounted = os.open(sys.argv[1], os.O_RDONLY)
print("ready", flush=True)
sys.stdin.readline()
fcntl.ioctl(mounted, FS_IOC_SHUTDOWN, struct.pack("I", NO_LOG_FLUSH))
os.close(mounted)
print("cut", flush=True)
