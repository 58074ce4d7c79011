import twitterText from 'twitter-text';

/**
 * As X counts: addresses as 23, Latin letters and common punctuation as 1, everything else and every emoji as 2
 * (configuration 3 of twitter-text).
 */
export function xLength(text: string): number {
  return text === '' ? 0 : twitterText.parseTweet(text).weightedLength;
}
