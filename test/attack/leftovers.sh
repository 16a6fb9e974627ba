#!/bin/bash
# leftovers.sh PROGRAM: what a kill left behind (.part of the same process number, .lock, .lock.clear) and the next run.
# In a container, where each run has the same process number, a left .part blocks for ever.
[ "$(id -u)" = 0 ] && [ "$(uname)" = Linux ] || { echo 'needs Linux, as root'; exit 77; }
P=$(realpath "$1"); [ -d "$P" ] && P=$P/bin/hjp.js; case $P in *.js) H="node $P";; *) H=$P;; esac
W=$(mktemp -d); cd $W; $H init --name X --partner legal=L --partner health=H >/dev/null 2>&1
bad=0
try() { s=$(date +%s.%N); timeout 60 "$@" >o 2>&1; c=$?; printf '%s  exit %s  %.1fs  %s\n' "$what" $c $(echo "$(date +%s.%N)-$s"|bc) "$(head -1 o)"; [ $c = 0 ] || bad=$((bad+1)); }
what="part of the same pid"
# unshare gives the same process number each time
cat > go.sh <<X
#!/bin/sh
exec $H answer 5.1 --as legal "Words after."
X
chmod +x go.sh
unshare -pf --mount-proc sh -c 'for n in $(seq 1 6); do : > partnership.yaml.$n.part; done; exec ./go.sh' >/dev/null 2>&1
for n in $(seq 1 9); do : > partnership.yaml.$n.part; done
try unshare -pf --mount-proc ./go.sh
rm -f *.part
what="lock left 1s ago"; : > partnership.yaml.lock; sleep 1; try $H answer 5.2 --as legal "A."
rm -f *.lock; what="lock left 11s ago"; : > partnership.yaml.lock; touch -d '-11 seconds' partnership.yaml.lock; try $H answer 5.2 --as legal "B."
rm -f *.lock; what="lock left in the future (clock changed)"; : > partnership.yaml.lock; touch -d '+2 hours' partnership.yaml.lock; try $H answer 5.2 --as legal "C."
rm -f *.lock; what="old lock and a left .clear"; : > partnership.yaml.lock; : > partnership.yaml.lock.clear; touch -d '-1 day' *.lock *.clear; try $H answer 5.2 --as legal "D."; ls
rm -f *.lock *.clear; what="lock is a folder"; mkdir partnership.yaml.lock; try $H answer 5.2 --as legal "E."
cd /; rm -rf $W; echo "leftovers: states=6 next-run-fails=$bad"; [ $bad = 0 ]
