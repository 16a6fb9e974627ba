#!/usr/bin/env python3
"""kills.py PROGRAM [RUNS]: kills hjp with SIGKILL at random moments in answer, agree, record --answers,
import --yes, undo and ask (under a pty). Whole file? Strays? Does the next run work? Confirmed answers missing?
Last line: one figure line. Exit 0 if nothing torn, nothing lost, every next run works at once."""
import os, pty, random, re, select, shutil, signal, subprocess, sys, tempfile, time
try: import yaml
except ImportError: print('needs PyYAML (python3-yaml)'); sys.exit(77)
prog = os.path.abspath(sys.argv[1]); RUNS = int(sys.argv[2]) if len(sys.argv) > 2 else 320
if os.path.isdir(prog): prog = os.path.join(prog, 'bin/hjp.js')
HJP = ['node', prog] if prog.endswith('.js') else [prog]
random.seed(7)
W = tempfile.mkdtemp(prefix='kill9-'); F = W + '/partnership.yaml'
ENV = {**os.environ, 'NO_COLOR': '1', 'TERM': 'xterm', 'COLUMNS': '80'}
TODAY = ['--today', '2026-12-01']
def run(*a, **k): return subprocess.run(HJP + list(a) + TODAY, cwd=W, env=ENV, capture_output=True, text=True, **k)
assert run('init', '--name', 'X', '--partner', 'legal=L', '--partner', 'health=H').returncode == 0
doc = yaml.load(open(F), yaml.BaseLoader)
PROMPTS = [a['prompt'] for a in doc['answers'] if len(a['perspectives']) == 2]
n = 0
def op(kind):
    """-> (argv, keys to type or None, words that must be in the file when it is done)"""
    global n; n += 1
    p = random.choice(PROMPTS); w = f'Words number {n} of kind {kind}, said aloud.'
    if kind == 'answer': return ['answer', p, '--as', 'legal', w], None, [w]
    if kind == 'agree': return ['agree', p, w, '--review', '2027-05-01'] + (['--decision', 'yes'] if 0 else []), None, [w]
    if kind == 'record':
        day = time.strftime('%Y-%m-%d', time.gmtime(1735689600 + n * 86400))
        open(W + '/m.yaml', 'w').write(f'on: {day}\npresent: [Ana, Bo]\nprompts:\n  {p}:\n    health: "{w}"\ndecisions:\n  - "D {w}"\nactions:\n  - {{ what: "A {w}", owner: health, due: 2027-01-01 }}\n')
        return ['record', '--answers', 'm.yaml'], None, [w, 'D ' + w, 'A ' + w]
    if kind == 'import':
        open(W + '/r.txt', 'w').write(f'Hi Ana, here is ours.\n\n1.1: {w}\n\n1.2: Second {w}\n')
        return ['import', 'r.txt', '--as', 'health', '--yes'], None, [w, 'Second ' + w]
    if kind == 'undo': return ['undo'], None, []
    if kind == 'ask': return ['ask', p, '--as', 'legal'], w, [w]
def start(argv, keys):
    if keys is None:
        return subprocess.Popen(HJP + argv + TODAY, cwd=W, env=ENV, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT), None
    pid, fd = pty.fork()
    if pid == 0:
        os.chdir(W); os.execvpe(HJP[0], HJP + argv + TODAY, ENV)
    return pid, fd
def drive(pid, fd, keys, deadline_after_enter):
    """types keys at the first question; kills a random time after Enter"""
    out = b''; t0 = time.time(); sent = None
    while time.time() - t0 < 20:
        r, _, _ = select.select([fd], [], [], 0.02)
        if r:
            try: d = os.read(fd, 65536)
            except OSError: break
            if not d: break
            out += d
        if sent is None and b'L:' in out:
            time.sleep(0.15); 
            if b'Words number' in out.split(b'L:')[-1]: os.write(fd, b'\x15'); time.sleep(.05)
            os.write(fd, keys.encode()); time.sleep(0.1); os.write(fd, b'\r'); sent = time.time()
        if sent and time.time() - sent > deadline_after_enter: break
        if sent and b'saved in' in out: break
    return out
# typical time
def timed(kind):
    best = []
    for _ in range(3):
        argv, keys, words = op(kind); t = time.time()
        if keys is None:
            r = run(*argv); assert r.returncode in (0, 1, 2), r.stderr
            best.append(time.time() - t)
        else: best.append(.35)
    return sorted(best)[1]
KINDS = ['answer', 'agree', 'record', 'import', 'ask', 'undo']
T = {k: timed(k) for k in KINDS}
print('typical seconds', {k: round(v, 2) for k, v in T.items()})
torn = missing = strays_lock = strays_part = strays_other = nextfail = landed = killed = doubled = wrongnext = 0
slownext = []; usual = []; prev = {}; seen = {open(F, 'rb').read()}; slow = 0
def said():
    d = yaml.load(open(F), yaml.BaseLoader); out = {}
    for a in d['answers']:
        for v in a['perspectives']: out[a['prompt'], v['partner']] = v.get('said')
        out[a['prompt'], 'agreed'] = (a.get('agreed') or {}).get('text') if isinstance(a.get('agreed'), dict) else None
    out['meetings'] = [m['on'] for m in d['meetings']]; out['actions'] = [x['what'] for x in d['actions']]
    return out, d
for i in range(RUNS):
    kind = KINDS[i % len(KINDS)]; argv, keys, words = op(kind)
    before = open(F, 'rb').read(); names = set(os.listdir(W))
    p, fd = start(argv, keys)
    if fd is None:
        t = time.time()
        if random.random() < .5: # at any moment
            time.sleep(T[kind] * random.uniform(.3, 1.05))
        else: # while it holds the file
            while p.poll() is None and not os.path.exists(F + '.lock') and time.time() - t < 30: time.sleep(.001)
            time.sleep(random.uniform(0, .25 * T[kind]))
        alive = p.poll() is None
        if not alive: T[kind] = .7 * T[kind] + .3 * min(T[kind], time.time() - t) * .8
        else: T[kind] *= 1.02
        p.kill(); p.wait(); done = not alive and p.returncode == 0; killed += alive
    else:
        out = drive(p, fd, keys, random.uniform(0, .35)); done = b'saved in' in out
        try: os.kill(p, 9)
        except ProcessLookupError: pass
        os.waitpid(p, 0); os.close(fd); killed += not done
    after = open(F, 'rb').read()
    if kind == 'undo':
        if after != before and after not in seen: torn += 1; print('UNDONE TO WHAT NEVER WAS', i)
        prev = {k: v for k, v in said()[0].items() if isinstance(k, tuple)}
    seen.add(after)
    try:
        s, d = said(); text = after.decode()
        is_new = all(w in text for w in words); some = any(w in text for w in words)
        if kind != 'undo' and after != before and not is_new: torn += 1; print('TORN', i, kind)
        if done and not is_new: missing += 1; print('CONFIRMED BUT MISSING', i, kind)
        landed += kind != 'undo' and is_new and not done
        for w in words: doubled += text.count(w) > (3 if kind == 'record' else 2)
        if len(set(s['meetings'])) != len(s['meetings']) or len(set(s['actions'])) != len(s['actions']): doubled += 1
        now = {k: v for k, v in s.items() if isinstance(k, tuple)}
        if i:
            for k, v in prev.items():
                if v and not now.get(k): missing += 1; print('LOST', k, v)
        prev = now
    except Exception as e: torn += 1; print('TORN', i, kind, e)
    new = set(os.listdir(W)) - names - {'m.yaml', 'r.txt'}
    locks = [x for x in new if '.lock' in x]; parts = [x for x in new if x.endswith('.part')]
    strays_lock += bool(locks); strays_part += bool(parts); strays_other += len(new) - len(locks) - len(parts)
    if new: print('STRAY', i, kind, sorted(new))
    # the next run, at once
    if not new and i % 4: prev = now; continue
    w = f'After the kill, words {n}.'; t = time.time(); r = run('answer', random.choice(PROMPTS), '--as', 'health', w)
    dt = time.time() - t
    if r.returncode != 0:
        nextfail += 1; print('NEXT FAILS', i, r.returncode, round(dt, 1), r.stderr.strip()[:200])
        for x in locks:
            if os.path.exists(W + '/' + x): os.remove(W + '/' + x)
    elif w not in open(F).read(): wrongnext += 1
    elif [x for x in os.listdir(W) if '.lock' in x or x.endswith('.part')]: wrongnext += 1; print('STILL THERE', i, os.listdir(W))
    seen.add(open(F, 'rb').read())
    (slownext if new else usual).append(dt)
    prev = {k: v for k, v in said()[0].items() if isinstance(k, tuple)}
left = sorted(x for x in os.listdir(W) if x not in ('partnership.yaml', '.gitattributes', 'm.yaml', 'r.txt'))
print('left in the folder at the end:', left)
print('next run, seconds, after something was left and after nothing:', [round(x, 2) for x in sorted(slownext)], [round(x, 2) for x in sorted(usual)])
slow = sum(x > 2 * max(usual or [1]) for x in slownext)
shutil.rmtree(W)
bad = torn or missing or nextfail or doubled or wrongnext or slow
print(f'kills: runs={RUNS} killed-alive={killed} landed-unreported={landed} torn={torn} missing={missing} doubled={doubled} lock-left={strays_lock} part-left={strays_part} other-left={strays_other} next-run-fails={nextfail} wrong={wrongnext} slow={slow}')
sys.exit(1 if bad else 0)
