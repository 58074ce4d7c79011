/** The right pane: posts by conversation, the newest conversation first. */
export const xPosts = String.raw`
import { act } from './x-api.js';
import { avatar, name } from './x-lists.js';
import { forget, writeBox } from './write-box.js';
import { $, el, fill, toast, when } from './dom.js';

export function showTimeline(state) {
  const me = state.me();
  const conversations = Object.values(Object.groupBy(me.posts, (post) => post.conversationId));
  fill($('reading'), el('div', { class: 'wall' },
    el('div', { class: 'back' }, el('a', { class: 'button quiet', href: '#/' + me.username }, '← Back')),
    profile(me),
    el('div', { class: 'sheet' }, writeBox({
      key: 'post-' + me.username, label: 'Post as ' + me.name, placeholder: 'What is happening?', button: 'Post', files: true,
      inserts: me.kind === 'person' ? state.brands().map(({ username }) => '@' + username) : [],
      send: (text, files) => act({ kind: 'post', as: me.username, text }, files), redraw: state.redraw })),
    conversations.length === 0 ? el('p', { class: 'empty' }, 'Nobody said anything yet. Name a brand, then answer in the desk.') : null,
    conversations.map((posts) => thread(state, posts.toReversed()))));
}

function profile(me) {
  return el('div', { class: 'profile' }, avatar(me.username, true),
    el('h2', {}, name(me)),
    el('span', { class: 'what' }, '@' + me.username + ' · ' + me.followers.toLocaleString() + ' followers'),
    el('span', { class: 'what' }, el('bdi', {}, me.description)));
}

function thread(state, posts) {
  const [root, ...answers] = posts;
  return el('article', { class: 'sheet', 'aria-label': 'Conversation begun by ' + root.author.name }, said(state, root),
    answers.length > 0 ? el('div', { class: 'below' }, answers.map((post) => said(state, post, state.postById(post.repliedTo)))) : null);
}

function said(state, post, answered) {
  const { author } = post;
  return el('div', { class: 'said' }, avatar(author.username),
    el('div', {},
      el('div', { class: 'line' }, el('strong', {}, name(author)), el('span', { class: 'handle' }, '@' + author.username), when(post.createdAt),
        badge(post.retweeted, 'repost'), badge(post.source === 'Bureau', 'by the desk'), badge(post.edited, 'edited'), badge(post.hidden, 'hidden'),
        answered ? el('span', { class: 'what' }, 'to @' + answered.author.username) : null),
      post.deleted ? el('p', { class: 'words gone' }, 'This post was deleted.') : words(state, post),
      post.deleted ? null : pictures(post.media),
      post.quoted && !post.deleted ? el('div', { class: 'quoted' }, el('strong', {}, '@' + post.quoted.author.username), ' ', post.quoted.text ?? 'This post was deleted.') : null,
      post.deleted ? null : verbs(state, post),
      state.answering === post.id ? answerBox(state, post) : null));
}

function words(state, post) {
  if (state.editing !== post.id) return el('p', { class: 'words', dir: 'auto' }, post.text);
  const key = 'edit-' + post.id;
  const close = () => { state.editing = null; forget(key); state.redraw(); };
  return writeBox({ key, text: post.text, label: 'New words', button: 'Save', send: (text) => act({ kind: 'edit', post: post.id, text }), redraw: state.redraw, cancel: close, done: close });
}

export function pictures(media) {
  if (media.length === 0) return null;
  return el('div', { class: 'pictures' }, media.map(({ url, type, altText }) => type === 'video'
    ? el('video', { src: url, controls: true, 'aria-label': altText || 'Video' })
    : el('img', { src: url, alt: altText || 'Picture without a description' })));
}

function verbs(state, post) {
  const me = state.me();
  const mine = post.author.username === me.username;
  const verb = (title, key, done) => el('button', { type: 'button', 'data-key': key + '-' + post.id, onclick: done }, title);
  const open = (how) => () => {
    Object.assign(state, { answering: post.id, how, editing: null });
    state.redraw();
    document.querySelector('[data-key="' + how + '-box-' + post.id + '"]')?.focus();
  };
  return el('div', { class: 'verbs' },
    verb('Reply', 'reply', open('reply')), verb('Quote', 'quote', open('quote')),
    mine ? null : verb('Repost', 'repost', () => run({ kind: 'repost', as: me.username, of: post.id })),
    mine ? null : verb('Like', 'like', () => run({ kind: 'like', as: me.username, of: post.id })),
    mine && !post.retweeted ? verb('Edit', 'edit', () => { state.editing = post.id; state.redraw(); document.querySelector('[data-key="edit-' + post.id + '"]')?.focus(); }) : null,
    mine ? verb('Delete', 'delete', () => run({ kind: 'delete', post: post.id })) : null,
    post.likes > 0 ? el('span', { class: 'what' }, post.likes + (post.likes === 1 ? ' like' : ' likes')) : null);
}

function answerBox(state, post) {
  const { how } = state;
  const me = state.me();
  const close = () => { state.answering = null; state.redraw(); };
  const action = (text) => how === 'reply' ? { kind: 'reply', as: me.username, to: post.id, text } : { kind: 'quote', as: me.username, of: post.id, text };
  return writeBox({ key: how + '-box-' + post.id, label: (how === 'reply' ? 'Answer @' : 'Quote @') + post.author.username, button: how === 'reply' ? 'Reply' : 'Quote',
    files: true, send: (text, files) => act(action(text), files), redraw: state.redraw, cancel: close, done: close });
}

export async function run(action) {
  try {
    await act(action);
  } catch (error) {
    toast(error.message);
  }
}

function badge(shown, title) {
  return shown ? el('span', { class: 'badge' }, title) : null;
}
`;
