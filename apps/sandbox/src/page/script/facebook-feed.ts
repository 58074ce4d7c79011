/** The right pane: a page's wall, its posts and two levels of comments. */
export const facebookFeed = String.raw`
import { act } from './facebook-api.js';
import { forget, writeBox } from './facebook-write.js';
import { $, el, fill, toast, when } from './dom.js';

export function showWall(state, page) {
  const wall = el('div', { class: 'wall' },
    el('div', { class: 'back' }, el('a', { class: 'button quiet', href: '#/' + state.who }, '← Back')),
    el('div', { class: 'wall-head' }, el('h2', {}, page.name), el('p', { class: 'what' }, page.about)),
    el('div', { class: 'sheet' }, writeBox({
      key: 'post-' + state.who + '-' + page.id, label: state.page() ? 'Publish as ' + page.name : 'Write on the page of ' + page.name,
      button: 'Post', act: 'posts', field: 'message', fields: { as: state.as(), page: page.id }, files: true, redraw: state.redraw })),
    state.posts.length === 0 ? el('p', { class: 'empty' }, 'Nobody wrote here yet.') : null,
    state.posts.map((post) => el('article', { class: 'sheet', 'aria-label': 'Post by ' + post.author.name }, said(state, post),
      post.comments.length > 0 ? el('div', { class: 'thread' }, post.comments.map((comment) => thread(state, comment))) : null)));
  fill($('reading'), wall);
}

function thread(state, comment) {
  return el('div', { class: 'below' }, said(state, comment),
    comment.comments.length > 0 ? el('div', { class: 'below' }, comment.comments.map((one) => said(state, one))) : null);
}

function said(state, one) {
  return el('div', { class: 'said' },
    el('img', { class: 'avatar', src: one.author.pictureUrl, alt: '' }),
    el('div', {},
      el('div', { class: 'line' }, el('strong', {}, el('bdi', {}, one.author.name)), when(one.at),
        one.author.kind === 'page' ? el('span', { class: 'badge' }, 'Author') : null,
        one.hidden ? el('span', { class: 'badge warn' }, 'hidden') : null,
        one.privateReply ? el('span', { class: 'badge' }, 'answered in private') : null),
      state.editing === one.id ? editBox(state, one) : el('p', { class: 'words', dir: 'auto' }, one.message),
      one.link ? el('p', {}, el('a', { href: one.link, rel: 'noopener noreferrer', target: '_blank' }, one.link)) : null,
      pictures(one.files), verbs(state, one),
      state.answering === one.id ? commentBox(state, one) : null));
}

export function pictures(files) {
  if (files.length === 0) return null;
  return el('div', { class: 'pictures' }, files.map((file) => file.type === 'image' || file.type === 'sticker'
    ? el('img', { src: file.url, alt: file.type === 'sticker' ? 'Sticker' : file.fileName, class: file.type })
    : el('a', { class: 'file', href: file.url, download: file.fileName }, file.fileName)));
}

function verbs(state, one) {
  const mine = one.author.kind === (state.page() ? 'page' : 'person') && one.author.id === (state.page()?.id ?? state.who);
  const verb = (name, key, done) => el('button', { type: 'button', 'data-key': key + '-' + one.id, onclick: done }, name);
  return el('div', { class: 'verbs' },
    verb('Comment', 'comment', () => { state.answering = state.answering === one.id ? null : one.id; state.redraw(); focusOn('answer-' + one.id); }),
    reaction(state, one),
    mine ? verb('Edit', 'edit', () => { state.editing = one.id; state.redraw(); focusOn('edit-' + one.id); }) : null,
    state.page() && !mine ? verb(one.hidden ? 'Show again' : 'Hide', 'hide', () => run('hide', { id: one.id, hidden: !one.hidden })) : null,
    mine || state.page() ? verb('Delete', 'delete', () => run('delete', { id: one.id })) : null,
    one.reactions.length > 0 ? el('span', { class: 'what', title: one.reactions.map(({ by, type }) => by + ': ' + type).join(', ') }, one.reactions.length + (one.reactions.length === 1 ? ' reaction' : ' reactions')) : null);
}

const TYPES = ['like', 'love', 'care', 'haha', 'wow', 'sad', 'angry'];

function reaction(state, one) {
  const own = one.reactions.find(({ author }) => author.id === (state.page()?.id ?? state.who))?.type ?? '';
  return el('select', { 'aria-label': 'React to what ' + one.author.name + ' wrote', 'data-key': 'react-' + one.id,
    onchange: (event) => run('react', { as: state.as(), id: one.id, type: event.target.value || undefined }) },
    ['', ...TYPES].map((type) => el('option', { value: type, selected: type === own }, type || 'React')));
}

export async function run(name, given) {
  try {
    await act(name, given);
  } catch (error) {
    toast(error.message);
  }
}

function commentBox(state, one) {
  const key = 'answer-' + one.id;
  const close = () => { state.answering = null; state.redraw(); };
  return writeBox({ key, label: 'Answer ' + one.author.name, button: 'Comment', act: 'comments', field: 'message', files: true,
    fields: { as: state.as(), on: one.id }, redraw: state.redraw, cancel: close, done: close });
}

function editBox(state, one) {
  const key = 'edit-' + one.id;
  const close = () => { state.editing = null; forget(key); state.redraw(); };
  return writeBox({ key, text: one.message, label: 'New words', button: 'Save', act: 'edit', field: 'message',
    fields: { id: one.id }, redraw: state.redraw, cancel: close, done: close });
}

export function focusOn(key) {
  document.querySelector('[data-key="' + CSS.escape(key) + '"]')?.focus();
}
`;
