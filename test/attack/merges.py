#!/usr/bin/env python3
"""merges.py PROGRAM [N] [--without]: N generated git merges of two branches that edit one partnership file in every table.
With hjp's merge driver, or without it. Percent clean (of those that ought to be), anything lost, doubled, ids or keys doubled; a
file that hjp cannot read after a clean merge. Where git stops: what hjp says of it is followed (`hjp merge`, `git add`, `git ...
--continue`), and all that was said must be in the file then, once. Last line: figures. Exit 0 if nothing is lost, doubled or
unreadable, every conflict is mended, and with the driver >= 95 % of what ought to merge does."""
import os, random, re, shutil, subprocess, sys, tempfile, collections
try: import yaml
except ImportError: print('needs PyYAML (python3-yaml)'); sys.exit(77)
sys.stdout.reconfigure(line_buffering=True)
without = '--without' in sys.argv; argv = [a for a in sys.argv if a != '--without']
prog = os.path.abspath(argv[1]); N = int(argv[2]) if len(argv) > 2 else 200
if os.path.isdir(prog): prog = os.path.join(prog, 'bin/hjp.js')
HJP = ['node', prog] if prog.endswith('.js') else [prog]
W = tempfile.mkdtemp(prefix='merge-'); F = W + '/partnership.yaml'; random.seed(5)
ENV = {**os.environ, 'NO_COLOR': '1', 'GIT_EDITOR': 'true', 'GIT_CONFIG_GLOBAL': '/dev/null', 'GIT_AUTHOR_NAME': 'A', 'GIT_AUTHOR_EMAIL': 'a@b', 'GIT_COMMITTER_NAME': 'A', 'GIT_COMMITTER_EMAIL': 'a@b'}
def hjp(*a, ok=True):
    r = subprocess.run(HJP + list(a) + ['--today', '2026-11-20'], cwd=W, env=ENV, capture_output=True, text=True)
    if ok and r.returncode: print('   hjp', a, r.returncode, (r.stdout + r.stderr)[:300])
    return r
def git(*a): return subprocess.run(['git', *a], cwd=W, env=ENV, capture_output=True, text=True)
git('init', '-q', '-b', 'main')
hjp('init', '--name', 'X', '--partner', 'legal=L', '--partner', 'health=H', *(['--no-merge-driver'] if without else []))
git('add', '.'); git('commit', '-qm', 'empty'); git('branch', 'empty')
# a fuller one
for what in ['Print the card', 'Ring the council', 'Book the room']: hjp('add', 'action', f'what={what}', 'owner=health', 'due=2026-12-01')
open(W + '/m.yaml', 'w').write('on: 2026-10-01\npresent: [Ana]\ndecisions: [We meet monthly]\n'); hjp('record', '--answers', 'm.yaml'); os.remove(W + '/m.yaml')
hjp('add', 'meeting', 'on=2026-12-08', 'place=Room 1')
for n in 'ABC':
    hjp('add', 'stakeholder', f'name=Office {n}', 'power=high'); hjp('add', 'milestone', f'what=Step {n}', 'end=2027-01-01'); hjp('add', 'contribution', f'what=Gift {n}', 'partner=legal')
    hjp('add', 'outcome', f'id=out-{n.lower()}', 'for=clients', 'term=short', f'text=Change {n}.'); hjp('add', 'indicator', f'id=ind-{n.lower()}', f'measure=Count {n}', 'method=count'); hjp('add', 'funding', f'source=Grant {n}')
hjp('add', 'person', 'partner=legal', 'role=liaison', 'name=Ana Ruiz')
git('commit', '-qam', 'full'); git('branch', 'full')
doc = yaml.load(open(F), yaml.BaseLoader); P = [a['prompt'] for a in doc['answers'] if len(a['perspectives']) == 2]
seq = 0
def w(kind):
    global seq; seq += 1; return f'{random.choice(["Alder", "Birch", "Cedar", "Elm", "Fir", "Hazel"])} {kind} number {seq}.'
def answer(p, who):
    def go():
        t = w('words'); t2 = t + '\nA second line of it.' if random.random() < .4 else t
        hjp('answer', p, '--as', who, t2); return [t]
    return go
def agree(p):
    def go():
        t = w('agreed'); open('/dev/null'); dec = next((['--decision', 'yes'] for q in DEC if q == p), [])
        hjp('agree', p, t, *dec, '--review', '2027-05-01'); return [t]
    return go
def park(p):
    def go(): t = w('parked'); hjp('park', p, t); return [t]
    return go
def add(table, *fields):
    def go():
        t = w(table).rstrip('.'); key = {'stakeholder': 'name', 'outcome': 'text', 'indicator': 'measure', 'funding': 'source', 'person': 'name', 'meeting': 'place'}.get(table, 'what')
        hjp('add', table, f'{key}={t}', *fields); return [t]
    return go
def record(day):
    def go():
        d, a = w('decision'), w('task'); open(W + '/m.yaml', 'w').write(f'on: {day}\npresent: [Bo]\ndecisions: ["{d}"]\nactions:\n  - {{ what: "{a}", owner: legal }}\n')
        hjp('record', '--answers', 'm.yaml'); os.remove(W + '/m.yaml'); return [d, a]
    return go
def cmd(*a, words=None):
    def go(): hjp(*a); return words or []
    return go
def rate(who):
    def go():
        open(W + '/r.yaml', 'w').write('concerned: A\naffected: B\n'); hjp('rate', 'six-requirements', '--as', who, '--by', f'person {who}', '--answers', 'r.yaml'); os.remove(W + '/r.yaml'); return [f'person {who}']
    return go
r = hjp('prompts', '--json'); DEC = []
try:
    def walk(x):
        if isinstance(x, dict):
            if x.get('decision') and 'id' in x: DEC.append(x['id'])
            for v in x.values(): walk(v)
        elif isinstance(x, list): [walk(v) for v in x]
    import json; walk(json.loads(r.stdout))
except Exception as e: print('prompts --json', e)
plain = [p for p in P if p not in DEC]
TABLES = [('action', ['owner=health']), ('stakeholder', ['power=low']), ('contribution', ['partner=health']), ('outcome', ['for=clients', 'term=short']), ('indicator', ['method=count']), ('milestone', ['end=2027-03-01']), ('funding', ['until=2027-06-30'])]
def two(): return random.sample(plain, 2)
def near(): i = random.randrange(len(P) - 1); return [P[i], P[i + 1]]
def cases():
    p, q = two(); n, m = near(); t, f = random.choice(TABLES); t2, f2 = random.choice([x for x in TABLES if x[0] != t]); d1, d2 = random.sample(['2026-11-03', '2026-11-10', '2026-11-17', '2026-10-20'], 2)
    yield 'different prompts', True, None, answer(p, 'legal'), answer(q, 'health')
    yield 'neighbouring prompts', True, None, answer(n, random.choice(['legal', 'health'])), answer(m, random.choice(['legal', 'health']))
    yield 'same prompt, two partners', True, None, answer(p, 'legal'), answer(p, 'health')
    yield 'same prompt: answer, agree', True, None, answer(p, 'health'), agree(p)
    yield 'same prompt: answer, park', True, None, answer(p, 'health'), park(p)
    yield 'agree on two prompts', True, None, agree(p), agree(q)
    yield f'both add {t}', True, None, add(t, *f), add(t, *f)
    yield 'rows of two tables', True, None, add(t, *f), add(t2, *f2)
    yield 'both record a meeting', True, None, record(d1), record(d2)
    yield 'meeting and answer', True, None, record(d1), answer(p, 'legal')
    yield 'both plan a meeting', True, None, add('meeting', 'on=2027-01-05'), add('meeting', 'on=2027-02-02')
    yield 'both add a person', True, None, add('person', 'partner=legal', 'role=deputy'), add('person', 'partner=health', 'role=liaison')
    yield 'done and another done', True, 'full', cmd('done', 'Print the card'), cmd('done', 'Ring the council')
    yield 'done and add', True, 'full', cmd('done', 'Book the room'), add('action', 'owner=legal')
    yield 'change two rows', True, 'full', cmd('change', 'Step A', 'end=2027-04-04'), cmd('change', 'Step B', 'end=2027-05-05')
    yield 'change one row twice', False, 'full', cmd('change', 'Step A', 'end=2027-04-04'), cmd('change', 'Step A', 'lead=legal')
    yield 'two rate', True, None, rate('legal'), rate('health')
    yield 'two measure', True, 'full', cmd('measure', 'ind-a', '31'), cmd('measure', 'ind-b', '41')
    yield 'measure one twice', True, 'full', cmd('measure', 'ind-a', '31', '--date', '2026-10-01'), cmd('measure', 'ind-a', '41', '--date', '2026-11-01')
    yield 'same prompt, same partner', False, None, answer(p, 'legal'), answer(p, 'legal')
    yield 'both agree on one', False, None, agree(p), agree(p)
    yield 'the same action twice', False, None, cmd('add', 'action', 'what=Send the letter', 'owner=legal', words=['Send the letter']), cmd('add', 'action', 'what=Send the letter', 'owner=health', words=['Send the letter'])
adv = [0, 0]; advk = collections.defaultdict(lambda: [0, 0]); stat = collections.defaultdict(lambda: [0, 0]); lost = doubled = unread = dupid = 0; done = 0; ought = oughtclean = 0
def ids_doubled(d):
    n = 0
    for t in ('actions', 'meetings', 'stakeholders', 'outcomes', 'indicators', 'rounds', 'milestones'):
        rows = [r.get('id') for r in (d.get(t) or []) if isinstance(r, dict) and r.get('id')]; n += len(rows) - len(set(rows))
    ps = [a['prompt'] for a in d['answers']]; n += len(ps) - len(set(ps)); return n
while done < N:
    for name, should, base, A, B in cases():
        if done >= N: break
        base = base or random.choice(['empty', 'full'])
        git('checkout', '-q', '-f', '-B', 'a', base); wa = A(); git('commit', '-qam', 'a')
        git('checkout', '-q', '-f', '-B', 'b', base); wb = B(); git('commit', '-qam', 'b')
        how = ['merge', 'rebase', 'cherry-pick'][done % 3] if done % 4 == 0 else 'merge'
        r = git('merge', '-q', '--no-edit', 'a') if how == 'merge' else git('rebase', '-q', 'a') if how == 'rebase' else git('cherry-pick', 'a')
        clean = r.returncode == 0; done += 1; key = f'{name} [{base}]'; stat[key][0] += 1; stat[key][1] += clean
        if should: ought += 1; oughtclean += clean
        if clean:
            text = open(F).read()
            try: d = yaml.load(text, yaml.BaseLoader)
            except Exception as e: unread += 1; print('UNREADABLE', name, e); continue
            for x in wa + wb:
                c = text.count(x)
                if c < 1: lost += 1; print('LOST', name, x)
                if c > (2 if x in ('Send the letter',) else 1): doubled += 1; print('DOUBLED', name, x, c)
            k = ids_doubled(d)
            if k: dupid += 1; print('IDS', name)
            s = hjp('status', ok=False)
            if s.returncode: unread += 1; print('REFUSED', name, s.stderr[:300])
        else:
            said = hjp('status', ok=False); adv[0] += 1; advk[name][0] += 1; good = 'hjp merge' in said.stderr and said.returncode == 2
            m = hjp('merge', ok=False); good = good and m.returncode == 0; s = hjp('status', ok=False); good = good and s.returncode == 0
            if good:
                t2 = open(F).read(); good = all(t2.count(x) == 1 or x == 'Send the letter' for x in wa + wb) and not ids_doubled(yaml.load(t2, yaml.BaseLoader))
            for line in re.findall(r'git add \S+(?=, then)|git \S+ --continue', m.stderr): good = good and subprocess.run(line, shell=True, cwd=W, env=ENV, capture_output=True).returncode == 0
            good = good and git('status', '--porcelain').stdout == ''
            adv[1] += good; advk[name][1] += good
            if not good and advk[name][0] < 3: print('   after the advice:', name, how, '|', (m.stdout + m.stderr + s.stderr).strip()[:400].replace('\n', ' '))
            git('checkout', '-q', '-f', 'HEAD', '--', '.')
            git('merge', '--abort'); git('rebase', '--abort'); git('cherry-pick', '--abort')
        git('reset', '-q', '--hard')
for k, (n, c) in sorted(stat.items()): print(f'{c:3}/{n:<3} clean  {k}')
print('following the advice in the message:', {k: f'{b}/{a}' for k, (a, b) in advk.items()})
shutil.rmtree(W)
pct = 100 * oughtclean / max(1, ought)
print(f'merges: runs={done} ought-to-merge={ought} clean={pct:.0f}% lost={lost} doubled={doubled} ids-doubled={dupid} unreadable-after-clean={unread} advice-mends={adv[1]}/{adv[0]}')
sys.exit(1 if lost or doubled or unread or dupid or adv[1] < adv[0] or (pct < 95 and not without) else 0)
