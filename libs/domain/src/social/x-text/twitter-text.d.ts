declare module 'twitter-text' {
  interface Found {
    /** UTF-16 offsets. */
    indices: [number, number];
  }

  export interface FoundLink extends Found {
    url: string;
  }
  export interface FoundMention extends Found {
    screenName: string;
    /** With its slash; empty for a mention. */
    listSlug: string;
  }
  export interface FoundHashtag extends Found {
    hashtag: string;
  }
  export interface FoundCashtag extends Found {
    cashtag: string;
  }

  const twitterText: {
    parseTweet(text: string): { weightedLength: number };
    extractEntitiesWithIndices(
      text: string,
      options: { extractUrlsWithoutProtocol: boolean },
    ): (FoundLink | FoundMention | FoundHashtag | FoundCashtag)[];
  };
  // The package is CommonJS: this is its `module.exports`.
  // eslint-disable-next-line no-restricted-syntax
  export default twitterText;
}
