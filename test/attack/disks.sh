#!/bin/bash
# disks.sh PROGRAM: full disk, read-only, vanished folder, no permission, links, owner, mode, CRLF, BOM, huge. Needs root (tmpfs, setpriv).
# Last line: figure. Exit 0 if no case fails.
[ "$(id -u)" = 0 ] && [ "$(uname)" = Linux ] || { echo 'needs Linux, as root'; exit 77; }
P=$(realpath "$1"); [ -d "$P" ] && P=$P/bin/hjp.js; case $P in *.js) H="node $P";; *) H=$P;; esac
W=$(mktemp -d); chmod 755 $W; cd $W; bad=0; all=0; export NO_COLOR=1
ok() { all=$((all+1)); if [ "$1" = 0 ]; then r=ok; else r=BAD; bad=$((bad+1)); fi; printf '%-4s %-38s exit %s  %s\n' $r "$2" "$3" "$(head -2 o | tr '\n' ' ' | cut -c1-170)"; }
new() { rm -rf $W/d; mkdir $W/d; cd $W/d; $H init --name X --partner legal=L --partner health=H >/dev/null 2>&1; }
t() { timeout 60 "$@" >$W/o 2>&1; c=$?; cp $W/o o 2>/dev/null; cd $W; }
A='answer 5.1 --as legal'
# 1 full disk: at several sizes left
mkdir -p $W/m; mount -t tmpfs -o size=64k tmpfs $W/m
cd $W/m; $H init --name X --partner legal=L --partner health=H >/dev/null 2>&1; cp partnership.yaml $W/before
dd if=/dev/zero of=fill bs=1k count=30 2>/dev/null; dd if=/dev/zero of=fill2 bs=1k count=100 2>/dev/null
t $H $A "Words on a full disk."; cmp -s $W/before $W/m/partnership.yaml; s=$?; ls $W/m | grep -q 'part$\|lock$' && s=1; grep -q full o || s=1; [ $c = 2 ] || s=1; ok $s "full disk (tmpfs)" $c
cd $W/m; t $H mou --out $W/m/mou.docx; [ $c = 2 ] && [ ! -e $W/m/mou.docx ] && grep -q full o; ok $? "full disk: document" $c
cd $W/m; $H prompts > /dev/full 2>$W/o; c=$?; cd $W; [ $c = 2 ]; ok $? "stdout to /dev/full" $c
# no inode left
umount $W/m; mount -t tmpfs -o size=1m,nr_inodes=4 tmpfs $W/m; cd $W/m; $H init --name X --partner legal=L --partner health=H >/dev/null 2>&1; touch x 2>/dev/null; touch y 2>/dev/null; cp partnership.yaml $W/before
t $H $A "Words."; cmp -s $W/before $W/m/partnership.yaml && [ $c = 2 ] ; ok $? "no inode left" $c; umount $W/m
# ulimit -f (SIGXFSZ / EFBIG)
new; cp partnership.yaml $W/before; (ulimit -f 20; t $H $A "Words."; echo $c > $W/c); cd $W; c=$(cat $W/c); cmp -s before d/partnership.yaml; s=$?; ls d | grep -q 'part$\|lock$' && s=1; ok $s "file size limit (EFBIG)" $c
# read-only file system
new; cp partnership.yaml $W/before; mount --bind $W/d $W/d; mount -o remount,bind,ro $W/d; cd $W/d; t $H $A "Words."; [ $c = 2 ] && cmp -s before d/partnership.yaml; ok $? "read-only file system" $c; cd $W/d; t $H status; [ $c = 0 ]; ok $? "read-only: status reads" $c; cd $W/d; t $H mou; [ $c = 2 ]; ok $? "read-only: mou" $c; cd $W; umount $W/d
# as nobody: folder not writable, file read-only in writable folder, unreadable
N="setpriv --reuid=65534 --regid=65534 --clear-groups env HOME=/nonexistent"
new; chmod 755 .; t $N $H $A "Words."; [ $c = 2 ] && grep -qi 'may not' o && ! ls d | grep -q lock; ok $? "no permission on the folder" $c
new; chmod 777 .; chmod 444 partnership.yaml; cp partnership.yaml $W/before; t $N $H $A "Words."; s=1; [ $c = 2 ] && cmp -s before d/partnership.yaml && s=0; ok $s "read-only file (444) is respected" $c
new; chmod 777 .; chmod 666 partnership.yaml; t $N $H $A "Words."; o=$(stat -c %U:%a d/partnership.yaml); echo "owner:mode after = $o" >> o; [ "$o" = root:666 ]; ok $? "another's file: owner kept ($o)" $c
new; chown 1234:1234 partnership.yaml; chmod 640 partnership.yaml; t $H $A "Words."; o=$(stat -c %u:%g:%a d/partnership.yaml); [ "$o" = 1234:1234:640 ]; ok $? "root: owner and mode kept ($o)" $c
new; chmod 777 .; chmod 000 partnership.yaml; t $N $H status; [ $c = 2 ]; ok $? "unreadable file" $c
# vanished folder
new; mv $W/d $W/gone; timeout 60 $H $A "Words." >$W/o 2>&1; c=$?; cd $W; { [ $c = 2 ] || { [ $c = 0 ] && grep -q Words gone/partnership.yaml; }; } && ! grep -q '    at ' o; ok $? "folder renamed away while in it" $c; rm -rf $W/gone
mkdir -p $W/v; cd $W/v; rmdir $W/v; timeout 60 $H status >$W/o 2>&1; c=$?; cd $W; [ $c = 2 ] && ! grep -q '    at ' o; ok $? "folder deleted while in it" $c
# links
new; mkdir real; mv partnership.yaml real/; ln -s real/partnership.yaml partnership.yaml; t $H $A "Words."; [ -L d/partnership.yaml ] && grep -q Words d/real/partnership.yaml; ok $? "symlink kept" $c
new; ln partnership.yaml other.yaml; t $H $A "Words."; [ "$(stat -c %h d/partnership.yaml)" = 2 ] && grep -q Words d/other.yaml; ok $? "hard link kept" $c
new; rm partnership.yaml; ln -s nowhere.yaml partnership.yaml; t $H status; [ $c = 2 ] && ! grep -q '    at ' o; ok $? "dangling symlink" $c
new; rm partnership.yaml; ln -s partnership.yaml partnership.yaml; t $H status; [ $c = 2 ] && ! grep -q '    at ' o; ok $? "symlink to itself" $c
new; rm partnership.yaml; mkfifo partnership.yaml; t timeout 10 $H status; [ $c = 2 ]; ok $? "fifo" $c
new; umask 077; t $H mou; umask 022; o=$(stat -c %a d/documents/mou.docx 2>/dev/null); [ "$o" = 600 ]; ok $? "umask 077 on new documents ($o)" $c
new; chmod 600 partnership.yaml; t $H $A "Words."; o=$(stat -c %a d/partnership.yaml); [ $o = 600 ]; ok $? "mode 600 kept ($o)" $c
# bytes
new; sed -i 's/$/\r/' partnership.yaml; t $H $A "One.
Two."; n=$(grep -c -v $'\r$' d/partnership.yaml); [ "$n" = 0 ] && [ $c = 0 ]; ok $? "CRLF kept (lines without: $n)" $c
new; (printf '\xef\xbb\xbf'; cat partnership.yaml) > q; mv q partnership.yaml; t $H $A "Words."; [ "$(head -c3 d/partnership.yaml | xxd -p)" = efbbbf ] && [ $c = 0 ]; ok $? "BOM kept" $c
new; (printf '\xef\xbb\xbf'; sed 's/$/\r/' partnership.yaml) > q; mv q partnership.yaml; t $H $A "Words."; [ $c = 0 ]; ok $? "BOM and CRLF" $c
new; head -c -1 partnership.yaml > q; mv q partnership.yaml; t $H add action what=Last owner=health; [ $c = 0 ] && [ "$(tail -c1 d/partnership.yaml | xxd -p)" != 0a ]; ok $? "no newline at the end kept" $c
new; iconv -t utf-16 partnership.yaml > q; mv q partnership.yaml; t $H status; [ $c = 2 ] && ! grep -q '    at ' o; ok $? "UTF-16 file" $c
new; head -c 15000 partnership.yaml > q; mv q partnership.yaml; t $H status; ok 0 "truncated file" $c
new; : > partnership.yaml; t $H $A "W."; [ $c = 2 ]; ok $? "empty file" $c
# huge
new; python3 - <<X
s=open('partnership.yaml').read()
s=s.replace('actions: []','actions:\n'+''.join(f'  - id: a{n}\n    what: Task {n} {"x"*180}\n    owner: health\n' for n in range(4000)))
open('partnership.yaml','w').write(s)
X
sz=$(stat -c %s partnership.yaml); s=$(date +%s); t timeout 30 $H $A "Words."; e=$(($(date +%s)-s)); [ $c = 0 ] || [ $c = 2 ]; ok $? "huge file ($((sz/1000000)) MB, $e s)" $c
new; head -c 100000000 /dev/zero | tr '\0' 'a' > partnership.yaml; t $H status; [ $c = 2 ] && ! grep -q '    at ' o; ok $? "100 MB file" $c
cd /; rm -rf $W; echo "disks: cases=$all bad=$bad"; [ $bad = 0 ]
