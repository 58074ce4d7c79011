import type { Page } from '../state.ts';
import { pageTokenFor } from './page-token.ts';
import { pick, type NodeType } from './node.ts';

export const PageNode: NodeType<Page> = {
  name: 'Page',
  defaults: ['name', 'id'],
  fields: {
    id: ({ id }) => id,
    name: ({ name }) => name,
    username: ({ username }) => username,
    category: ({ category }) => category,
    about: ({ about }) => about,
    link: ({ username }) => `https://www.facebook.com/${username}`,
    access_token: pageTokenFor,
    fan_count: (_page, { world }) => Object.keys(world.state.people).length,
    followers_count: (_page, { world }) => Object.keys(world.state.people).length,
    picture: ({ id }, { world }, wanted) => ({
      data: pick({ height: 50, width: 50, is_silhouette: false, url: world.media.pictureOf(id) }, wanted),
    }),
  },
};
