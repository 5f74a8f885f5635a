#!/bin/sh
# Publishes dist/ to an object store that speaks S3, behind a CDN:
#   sh object-store.sh dist s3://bucket/atlas
# An object store keeps the media type and the caching with each object, and the CDN compresses and adds the
# security headers of cdn-headers.json (a CloudFront response headers policy; other CDNs have the same fields).
# Hashed files go first and pages last, so that no page ever names a file that is not there yet.
set -eu

from=${1:?the folder to publish}
to=${2:?the address of the store, such as s3://bucket/atlas}

type_of() {
    case $1 in
        *.wasm) echo application/wasm ;;
        *.js) echo 'text/javascript; charset=utf-8' ;;
        *.css) echo 'text/css; charset=utf-8' ;;
        *.html) echo 'text/html; charset=utf-8' ;;
        *.json) echo application/json ;;
        *.svg) echo image/svg+xml ;;
        *) echo 'text/plain; charset=utf-8' ;;
    esac
}

is_hashed() {
    expr "$1" : '.*-[0-9a-f]\{16\}\.[a-z]*$' > /dev/null
}

publish() {
    aws s3 cp "$from/$1" "$to/$1" --content-type "$(type_of "$1")" --cache-control "$2"
}

files=$(cd "$from" && find . -type f | sed 's|^\./||' | sort)
echo "$files" | while IFS= read -r file; do
    if is_hashed "$file"; then publish "$file" 'public, max-age=31536000, immutable'; fi
done
echo "$files" | while IFS= read -r file; do
    if ! is_hashed "$file"; then publish "$file" 'no-cache'; fi
done
