#!/bin/bash
# embedded-bare.sh PROGRAM: after a plain `git clone` of a hostile repository, does a command in one of its folders run their program?
P=$(realpath "$1"); command -v git >/dev/null || { echo "git is not here"; exit 77; }
W=$(mktemp -d); ran=0; export GIT_AUTHOR_NAME=a GIT_AUTHOR_EMAIL=a@b GIT_COMMITTER_NAME=a GIT_COMMITTER_EMAIL=a@b GIT_CONFIG_GLOBAL=/dev/null
cd "$W" || exit 2; git init -q r; cd r || exit 2; mkdir s; cd s || exit 2; git init -q --bare .; rm -rf hooks; node "$P" init --name X --partner legal=L --partner health=H >/dev/null 2>&1
G="git --git-dir=. --work-tree=."; $G add -f partnership.yaml; $G commit -qm one; echo '# more' >> partnership.yaml; $G commit -qam two
for c in "core.repositoryformatversion 1" "extensions.partialClone origin" "remote.origin.promisor true" "remote.origin.url ." "core.bare false" "core.worktree ."; do $G config $c; done
$G config remote.origin.uploadpack "touch $W/PWNED; false"
b=$($G rev-parse HEAD~1:partnership.yaml); rm -f "objects/${b:0:2}/${b:2}"; touch refs/tags/.keep; cd ..; git add -f s; git commit -qm all; cd ..
git clone -q r clone; cd clone/s || exit 2; rm -f "$W/PWNED"
git log -p partnership.yaml >/dev/null 2>&1; [ -e "$W/PWNED" ] && armed=1 || armed=0; rm -f "$W/PWNED"
for c in status check log "log 5.1" "mou --format md --since HEAD~1"; do rm -f "$W/PWNED"; timeout 60 node "$P" $c >/dev/null 2>&1; [ -e "$W/PWNED" ] && { ran=$((ran+1)); echo "hjp $c ran it"; }; done
cd /; rm -rf "$W"; echo "embedded-bare: git itself ran it=$armed hjp ran it=$ran"; [ $ran = 0 ]
