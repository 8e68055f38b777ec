#!/bin/sh
# S3-compatible storage: sh deploy/s3.sh BUCKET[/FOLDER] [ENDPOINT]
#
# Needs the aws command; ENDPOINT is the address of a storage that is not Amazon's. Files come
# before the pages that use them, and what the site no longer has goes last.
set -eu

target="s3://${1:?which bucket?}"
endpoint=${2:+--endpoint-url=$2}
stays="public, max-age=31536000, immutable"
asked="public, max-age=0, must-revalidate"

sync() {
    aws s3 sync output "$target" ${endpoint:+"$endpoint"} "$@"
}

# feed.css has one address whatever is in it; the others are named with the hash of their content.
sync --exclude "*" --include "static/*" --exclude "static/feed.*" --cache-control "$stays"
sync --exclude "static/*" --include "static/feed.*" --exclude "*.html" --exclude "*feed.xml" \
    --exclude "*feed.json" --exclude ".*" --exclude "_*" --cache-control "$asked"
sync --exclude "*" --include "*feed.xml" --cache-control "$asked" \
    --content-type "application/rss+xml; charset=utf-8"
sync --exclude "*" --include "*feed.json" --cache-control "$asked" \
    --content-type "application/feed+json; charset=utf-8"
sync --exclude "*" --include "*.html" --cache-control "$asked" \
    --content-type "text/html; charset=utf-8"
sync --exclude ".*" --exclude "_*" --delete --size-only
