/** What stands around a password to choose. */
export const newPasswordWords = {
  label: 'Password',
  help: 'At least 10 characters. A few words that only you put together are best.',
  show: 'Show the password',
} as const;
