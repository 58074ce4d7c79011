import type { SocialImports } from '@bureau/contracts';
import type { Concern } from './social-fact.ts';

/** Whether any of the ways in which a post is the account's business is one that its administrator chose. */
export function isImported(imports: SocialImports, concerns: readonly Concern[]): boolean {
  return concerns.some((concern) => chosen(imports, concern));
}

function chosen(imports: SocialImports, concern: Concern): boolean {
  if (imports.network === 'x') {
    switch (concern) {
      case 'mention':
        return imports.mentions;
      case 'reply':
        return imports.replies;
      case 'quote':
        return imports.quotes;
      case 'search':
        return imports.searches.length > 0;
      case 'direct-message':
        return imports.directMessages;
      default:
        return false;
    }
  }
  switch (concern) {
    case 'visitor-post':
      return imports.visitorPosts;
    case 'company-post':
      return imports.companyPosts;
    case 'comment':
      return imports.comments;
    case 'direct-message':
      return imports.privateMessages;
    default:
      return false;
  }
}

const IN_WORDS: Record<Concern, string> = {
  mention: 'mentions',
  reply: 'replies',
  quote: 'quotes',
  search: 'searches',
  'visitor-post': 'posts of visitors',
  'company-post': 'posts of the company',
  comment: 'comments',
  'direct-message': 'private messages',
};

/** What is not imported, for the ledger: "mentions", "mentions or replies". */
export function concernsInWords(concerns: readonly Concern[]): string {
  return concerns.map((concern) => IN_WORDS[concern]).join(' or ') || 'such posts';
}
