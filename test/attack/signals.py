#!/usr/bin/env python3
"""signals.py PROGRAM: SIGINT, SIGTERM and SIGHUP while `hjp answer` holds the file. No lock, nothing half made may be left, and the words are there or said not to be."""
import os,subprocess,sys,time,signal,tempfile,shutil
bad=0
P=os.path.abspath(sys.argv[1]); W=tempfile.mkdtemp(); F=W+'/partnership.yaml'
subprocess.run(['node',P,'init','--name','X','--partner','legal=L','--partner','health=H'],cwd=W,capture_output=True)
for s in (signal.SIGINT,signal.SIGTERM,signal.SIGHUP):
    left=0
    for n in range(4):
        p=subprocess.Popen(['node',P,'answer','5.1','--as','legal',f'W {s} {n}'],cwd=W,stdout=subprocess.DEVNULL,stderr=subprocess.PIPE)
        while p.poll() is None and not os.path.exists(F+'.lock'): time.sleep(.0005)
        time.sleep(.01); p.send_signal(s); e=p.stderr.read().decode(); p.wait(); bad += (f'W {s} {n}' in open(F).read()) != ('changed' in e)
        if [x for x in os.listdir(W) if 'part' in x[9:] or 'lock' in x]: left+=1
    bad+=left; print(s.name, 'left', left, 'of 4')
shutil.rmtree(W); print(f'signals: runs=12 bad={bad}'); sys.exit(1 if bad else 0)
