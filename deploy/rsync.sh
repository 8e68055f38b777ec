#!/bin/sh
# A server of your own: sh deploy/rsync.sh USER@HOST:/srv/www/haber/
#
# Files come before the pages that use them; pages take their places together at the end, and
# only then goes what the site no longer has.
set -eu

target=${1:?where to?}
set -- --recursive --links --times --compress --chmod=D755,F644 --exclude=/.digest

rsync "$@" --exclude="*.html" output/ "$target"
rsync "$@" --delay-updates --delete-delay output/ "$target"
