import { LONGEST_COMMENT, type OpenArticle } from '@bureau/knowledge';
import type { CenterRequest } from '../page/center-request.ts';
import type { Words } from '../snippet/english.ts';
import { html, SafeHtml } from '../theme/safe-html.ts';
import { articlePath } from './article-paths.ts';

interface Asked {
  center: CenterRequest;
  words: Words;
  /** What this visitor has said just now. */
  vote: { helpful: boolean; comment: string } | undefined;
}

/** `rate_block`: whether the article helped. Buttons of a form: whoever only looks, person or program, never votes. */
export function rateBlock(article: OpenArticle, { center, words, vote }: Asked): SafeHtml {
  const action = center.link(`${articlePath(article)}/rate`);
  const pressed = (helpful: boolean) => (vote?.helpful === helpful ? new SafeHtml(' aria-pressed="true"') : '');
  const buttons = html`<form class="rate" method="post" action="${action}">
    <p class="actions">
      <button class="quiet" type="submit" name="rating" value="1" ${pressed(true)}>${words.yes}</button>
      <button class="quiet" type="submit" name="rating" value="0" ${pressed(false)}>${words.no}</button>
    </p>
  </form>`;
  const title = html`<h2 id="helpful-title">${words.did_you_find_this_article_helpful}</h2>`;
  return vote === undefined
    ? html`${title}${buttons}`
    : html`${title}${buttons}${commentForm(action, { words, vote })}`;
}

function commentForm(
  action: string,
  { words, vote }: Pick<Asked, 'words'> & { vote: NonNullable<Asked['vote']> },
): SafeHtml {
  const said = vote.helpful ? words.vote_yours_yes : words.vote_yours_no;
  return html`<form class="form" method="post" action="${action}">
    <p class="meta">${said}</p>
    <input type="hidden" name="rating" value="${vote.helpful ? 1 : 0}" />
    <div class="field">
      <label for="comment">${words.vote_why} <span class="optional">(${words.optional})</span></label>
      <textarea id="comment" name="comment" rows="3" maxlength="${LONGEST_COMMENT}">${vote.comment}</textarea>
    </div>
    <p class="actions form-actions"><button type="submit">${words.vote_send}</button></p>
  </form>`;
}
