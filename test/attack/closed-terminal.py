#!/usr/bin/env python3
"""closed-terminal.py PROGRAM: closes the terminal while a question stands. hjp ends as any program does: by SIGHUP, and no fault."""
import os, pty, select, shutil, subprocess, sys, tempfile, time
prog = os.path.abspath(sys.argv[1]); W = tempfile.mkdtemp(prefix='closed-'); os.chdir(W); bad = 0
subprocess.run(['node', prog, 'init', '--name', 'X', '--partner', 'legal=Legal', '--partner', 'health=Health'], capture_output=True, check=True)
argv = ['node', prog, 'ask', '1.1', '--as', 'legal']
for n in range(8):
    pid,fd=pty.fork()
    if pid==0:
        os.execvp(argv[0],argv)
    out=b''; e=time.time()+40
    while b'Legal:' not in out and time.time()<e:
        r,_,_=select.select([fd],[],[],.2)
        if r: out+=os.read(fd,9999)
    time.sleep(1); os.close(fd); t=time.time()
    _, st = os.waitpid(pid, 0); code = os.waitstatus_to_exitcode(st); bad += code not in (-1, 129) or time.time() - t > 2 or len(os.listdir(W)) > 2
    print(code, round(time.time() - t, 2), os.listdir(W))
os.chdir('/'); shutil.rmtree(W)
print(f'closed-terminal: runs=8 bad={bad}')
sys.exit(1 if bad else 0)
