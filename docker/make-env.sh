#!/bin/sh
# Writes .env with secrets that exist nowhere else. Never overwrites one.
set -eu
cd "$(dirname "$0")/.."

if [ -e .env ]; then
  echo "There is a .env already; nothing was changed." >&2
  exit 1
fi

random() { head -c "$1" /dev/urandom | od -An -tx1 | tr -d ' \n'; }

umask 077
cat > .env <<END
POSTGRES_PASSWORD=$(random 24)
REDIS_PASSWORD=$(random 24)
BUREAU_SECRET=$(random 32)
BUREAU_ADMIN_EMAIL=
BUREAU_ADMIN_PASSWORD=$(random 12)
BUREAU_MAILBOX=
BUREAU_OUTBOUND_SMTP_URL=
BUREAU_PUBLIC_URL=http://localhost:8080
END
echo "Wrote .env. Fill in BUREAU_ADMIN_EMAIL, BUREAU_MAILBOX and BUREAU_OUTBOUND_SMTP_URL, then: docker compose up --build"
