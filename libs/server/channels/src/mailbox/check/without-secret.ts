/** A server may repeat what it was told: nobody reads a kept password from its answer. */
export function withoutSecret(said: string, password: string): string {
  if (password === '') return said;
  const written = [password, Buffer.from(password, 'utf8').toString('base64').replace(/=+$/, '')];
  const plain = written.reduce((text, secret) => text.replaceAll(secret, '…'), said);
  // A sign-in in one word (AUTH PLAIN) has the password at an unknown offset.
  return plain.replace(/[A-Za-z0-9+/]{16,}={0,2}/g, (word) =>
    Buffer.from(word, 'base64').toString('utf8').includes(password) ? '…' : word,
  );
}
