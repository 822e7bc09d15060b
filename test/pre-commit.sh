#!/bin/sh
# Runs the hooks with the real pre-commit on a small app: `pnpm run test:pre-commit`. Needs pre-commit, git, npm.
set -eu
command -v pre-commit >/dev/null 2>&1 || { echo 'pre-commit is not installed (apt-get install pre-commit)' >&2; exit 2; }
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export PRE_COMMIT_HOME="$work/cache" GIT_AUTHOR_NAME=t GIT_AUTHOR_EMAIL=t@example.com GIT_COMMITTER_NAME=t GIT_COMMITTER_EMAIL=t@example.com

fail() { echo "FAIL: $1" >&2; [ ! -f "$work/out" ] || cat "$work/out" >&2; exit 1; }

pre-commit validate-manifest "$root/.pre-commit-hooks.yaml"
cp -R "$root/examples/parcel-buddy" "$work/app"
rm -f "$work/app/mingshi.yaml"
cd "$work/app"
git init -q
cat >.pre-commit-config.yaml <<YAML
repos:
  - repo: $root
    rev: $(git -C "$root" rev-parse HEAD)
    hooks:
      - id: mingshi
        args: [--staged, --since, HEAD, --lang, en]
YAML
git add -A && git commit -q -m begin
pre-commit install >/dev/null

echo hello >notes.png && git add -A
git commit -q -m 'no relevant file' >"$work/out" 2>&1 || fail 'a commit of a picture must pass'
grep -q 'Skipped' "$work/out" || fail 'a commit of a picture must skip the hook'

manifest=app/src/main/AndroidManifest.xml
sed -i.bak 's#<application#<uses-permission android:name="android.permission.READ_CALENDAR" />\n    <application#' $manifest
rm -f $manifest.bak
git add -A
if git commit -q -m calendar >"$work/out" 2>&1; then fail 'an undisclosed permission must stop the commit'; fi
grep -q READ_CALENDAR "$work/out" || fail 'the permission must be told'
grep -q 'READ_SMS' "$work/out" && fail 'what was there before must not be told'

git reset -q --hard
printf '\nThank you for reading.\n' >>PRIVACY.md
git add -A
started=$(date +%s%N)
git commit -q -m words >"$work/out" 2>&1 || fail 'a harmless change must pass'
echo "a small change took $((($(date +%s%N) - started) / 1000000)) ms, pre-commit and git included"
echo 'the mingshi hook works'

package=$(cd "$root/packages/mingshi" && npm pack --silent --pack-destination "$work" 2>/dev/null | tail -n 1)
cat >.pre-commit-config.yaml <<YAML
repos:
  - repo: $root
    rev: $(git -C "$root" rev-parse HEAD)
    hooks:
      - id: mingshi-npm
        additional_dependencies: ['$work/$package']
YAML
git add -A
if pre-commit run --all-files >"$work/out" 2>&1; then fail 'the example has findings'; fi
grep -q 'READ_SMS' "$work/out" || fail 'the findings must be told'
echo 'the mingshi-npm hook works'
