#!/bin/bash
# git.sh PROGRAM: does opening a stranger's folder run a stranger's program through git? Options and odd names too.
P=$(realpath "$1"); H="node $P"
command -v git >/dev/null || { echo "git is not here"; exit 77; }
W=$(mktemp -d); cd "$W" || exit 2; bad=0; all=0
export GIT_AUTHOR_NAME=a GIT_AUTHOR_EMAIL=a@b GIT_COMMITTER_NAME=a GIT_COMMITTER_EMAIL=a@b GIT_CONFIG_GLOBAL=$W/global NO_COLOR=1 HOME=$W
printf '[protocol]\n\tallow = always\n[protocol "file"]\n\tallow = always\n[protocol "ext"]\n\tallow = always\n[safe]\n\tbareRepository = all\n' > global
printf '#!/bin/sh\necho "$0 $*" >> %s/RAN\ncat </dev/null >/dev/null 2>&1\nexit 1\n' "$W" > evil.sh; chmod +x evil.sh
say() { all=$((all+1)); if [ -e "$W/RAN" ]; then r=RAN; bad=$((bad+1)); else r=ok; fi; printf '%-4s %-58s %s\n' $r "$1" "$(head -1 "$W/o" | cut -c1-90)"; rm -f "$W/RAN"; }
want() { all=$((all+1)); if grep -q "$2" "$W/o"; then printf 'ok   %s\n' "$1"; else bad=$((bad+1)); printf 'BAD  %s: %s\n' "$1" "$(head -1 "$W/o")"; fi; }
mk() { cd "$W" || exit 2; rm -rf r; mkdir r; cd r || exit 2; git init -q; $H init --name X --partner legal=L --partner health=H >/dev/null 2>&1; git add .; git commit -qm one; $H answer 5.1 --as legal "W." >/dev/null 2>&1; git commit -qam two; }
all_git() { (timeout 40 $H log; timeout 40 $H log 5.1; timeout 40 $H mou --since HEAD~1 --format md; timeout 40 $H status; timeout 40 $H check) >"$W/o" 2>&1 </dev/null; }
lose() { b=$(git "$@" rev-parse HEAD~1:partnership.yaml); d=$(git "$@" rev-parse --absolute-git-dir); chmod -R u+w "$d/objects"; rm -f "$d/objects/${b:0:2}/${b:2}"; }

mk
for c in "core.fsmonitor $W/evil.sh" "core.pager $W/evil.sh" "diff.external $W/evil.sh" "core.sshCommand $W/evil.sh" "gpg.program $W/evil.sh" "core.hooksPath $W/hooks" "core.editor $W/evil.sh" "pager.log $W/evil.sh" "log.showSignature true" "core.askPass $W/evil.sh" "core.alternateRefsCommand $W/evil.sh" "credential.helper !$W/evil.sh" "alias.log !$W/evil.sh" "alias.rev-parse !$W/evil.sh"; do set -- $c; git config "$1" "${*:2}"; done
mkdir -p "$W/hooks"; for h in post-index-change reference-transaction pre-auto-gc fsmonitor-watchman post-checkout; do cp "$W/evil.sh" "$W/hooks/$h"; done
echo '*.yaml diff=evil filter=evil' > .gitattributes; git config diff.evil.textconv "$W/evil.sh"; git config diff.evil.command "$W/evil.sh"; git config filter.evil.smudge "$W/evil.sh"; git config filter.evil.clean "$W/evil.sh"; git config filter.evil.process "$W/evil.sh"; rm -f "$W/RAN"
all_git; say "config: fsmonitor, pager, external, textconv, filter, hooks"; want "and the story is told all the same" 'two'

# Promisor remotes, by every way to reach them, and an object that is not there.
for how in "url $W/r2" "url file://$W/r2" "url ext::$W/evil.sh" "url ssh://x/y" "vcs evil"; do
  mk; mkdir -p "$W/r2"; set -- $how; git config core.repositoryformatversion 1; git config extensions.partialClone origin; git config remote.origin.promisor true; git config remote.origin.url "$W/r2"; git config "remote.origin.$1" "$2"; git config remote.origin.uploadpack "$W/evil.sh"; git config core.sshCommand "$W/evil.sh"; git config protocol.allow always; git config protocol.ext.allow always; git config protocol.file.allow always
  lose; rm -f "$W/RAN"; all_git; say "promisor remote: $how"; want "and it says that history is missing" 'not on this computer'
done

# Repositories in the place of a folder: no .git, so that they come along with a plain clone.
for kind in "in the folder" "with its objects elsewhere"; do
  mk; mkdir s; cd s || exit 2; git init -q --bare .; cp ../partnership.yaml .; G="--git-dir=. --work-tree=."
  git $G add -f partnership.yaml; git $G commit -qm in; echo "# more" >> partnership.yaml; git $G commit -qam in2
  for c in "core.repositoryformatversion 1" "extensions.partialClone origin" "remote.origin.promisor true" "remote.origin.url ." "remote.origin.uploadpack $W/evil.sh" "core.bare false" "core.worktree ." "core.fsmonitor $W/evil.sh"; do set -- $c; git $G config "$1" "$2"; done
  lose $G; touch refs/tags/.keep; rm -rf hooks
  if [ "$kind" != "in the folder" ]; then mkdir ../else; mv objects refs ../else/; echo ../else > commondir; cp config ../else/; fi
  cd .. || exit 2; git add -f .; git commit -qm "embedded"; rm -rf "$W/clone"; git clone -q "$W/r" "$W/clone"; cd "$W/clone/s" || exit 2; mkdir -p refs objects 2>/dev/null; rm -f "$W/RAN"; all_git; say "a bare repository $kind"
  want "and it says so" 'inside of a git repository'
done

# Another person's repository.
if [ "$(id -u)" = 0 ]; then
  mk; chown -R 1234 .git; git config -f .git/config core.fsmonitor "$W/evil.sh"; all_git; say "owned by another"
  rm -rf "$W/q"; mkdir -p "$W/q/sub"; cp "$W/r/partnership.yaml" "$W/q/sub/"; cd "$W/q" || exit 2; git init -q .; chown -R 1234 .git .; git config -f .git/config core.fsmonitor "$W/evil.sh"; cd sub || exit 2; all_git; say "another's .git in a folder above"
fi

# A program called git in the folder, and one on a path that leads there.
mk; cp "$W/evil.sh" git; cp "$W/evil.sh" git.exe; PATH=".:$PATH" all_git; say "a program called git in the folder"

# Files that never end.
mk; mkfifo "$W/fifo"; for c in "mailmap.file $W/fifo" "diff.orderFile $W/fifo" "core.attributesFile $W/fifo"; do set -- $c; git config "$1" "$2"; done; s=$(date +%s); all_git; [ $(($(date +%s) - s)) -lt 35 ] || touch "$W/RAN"; say "settings that name a pipe"

# A hook's environment points elsewhere.
mk; for v in GIT_DIR GIT_WORK_TREE GIT_OBJECT_DIRECTORY GIT_COMMON_DIR GIT_INDEX_FILE GIT_NAMESPACE; do env "$v=$W/nowhere" timeout 40 $H log 5.1 >"$W/o" 2>&1; want "$v in the environment" 'W\.'; done
for v in GIT_EXTERNAL_DIFF GIT_PAGER GIT_SSH GIT_SSH_COMMAND GIT_ASKPASS GIT_PROXY_COMMAND GIT_EDITOR PAGER; do env "$v=$W/evil.sh" timeout 40 $H log >"$W/o" 2>&1; say "$v in the environment"; done
GIT_CONFIG_COUNT=1 GIT_CONFIG_KEY_0=core.fsmonitor GIT_CONFIG_VALUE_0=$W/evil.sh timeout 40 $H log >"$W/o" 2>&1; say "GIT_CONFIG_COUNT in the environment"

# Options in the place of names.
mk; for a in "--since=--output=$W/x1" "--since --output=$W/x1" "--since=-p" "--since=--upload-pack=$W/evil.sh" "--since=HEAD:--output=$W/x1" "--since=--git-dir=$W"; do timeout 40 $H mou --format md $a >"$W/o" 2>&1; [ -e "$W/x1" ] && touch "$W/RAN"; say "mou $a"; rm -f "$W/x1"; done
cp .git/refs/heads/* ".git/refs/heads/--output=x1"; timeout 40 $H mou --format md "--since=--output=x1" >"$W/o" 2>&1; [ -e x1 ] && touch "$W/RAN"; say "a branch called --output=x1"; want "and it is a name" 'Memorandum'
mkdir -p ./-d; cp partnership.yaml ./-d/-x.yaml; cp partnership.yaml ':(top)x.yaml'; git add -A .; git commit -qm d
(cd ./-d && timeout 40 $H log --file=./-x.yaml) >"$W/o" 2>&1; want "a file called -x.yaml" 'W\.'
timeout 40 $H log --file ':(top)x.yaml' >"$W/o" 2>&1; want "a file called :(top)x.yaml" 'W\.'
cd /; rm -rf "$W"; echo "git: cases=$all ran-or-broke=$bad"; [ $bad = 0 ]
