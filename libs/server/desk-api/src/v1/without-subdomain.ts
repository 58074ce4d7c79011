/**
 * The address that is meant. The npm package `desk-api` calls `http://SUBDOMAIN.desk.com/api/v1/…` whatever it is told, so that
 * somebody who tells it `desk.example/x` as the subdomain calls `/x.desk.com/api/v1/…` of his own desk.
 */
export function withoutSubdomain(url: string): string {
  return /^\/[\w-]{1,63}\.desk\.com(\/api\/v1\/.*)$/s.exec(url)?.[1] ?? url;
}
