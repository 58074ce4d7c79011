import type { Room } from './room-document.ts';

/** Where one is the customer who writes mails. */
export const mailRoom: Room = {
  path: '/',
  title: 'you are the customer',
  tagline: 'You are the customer. Nothing leaves this machine.',
  script: 'main.js',
  people: {
    title: 'People',
    head: `
      <button type="button" class="quiet" id="add-person">Add someone</button>
      <label class="find"><span class="hidden">Find a person</span><input type="search" id="find" placeholder="Find a person" autocomplete="off"></label>`,
    list: '<ul id="people" class="rows" role="list"></ul>',
  },
  middle: 'Mailbox',
  right: 'Mail',
  dialog: `<dialog id="person-dialog" aria-labelledby="person-dialog-title">
  <form method="dialog" id="person-form" novalidate>
    <h2 id="person-dialog-title">Someone new</h2>
    <label>Name <input name="name" autocomplete="off"></label>
    <label>Address <input name="address" type="email" required autocomplete="off" placeholder="someone@anywhere.example"></label>
    <p class="problem" role="alert" id="person-problem" hidden></p>
    <div class="actions"><button type="submit" class="primary">Add</button><button type="button" class="quiet" id="person-cancel">Cancel</button></div>
  </form>
</dialog>`,
  withoutScripts: 'The sandbox page needs JavaScript; the API at /api/people works without.',
};

/** Where one is somebody on X. */
export const xRoom: Room = {
  path: '/x',
  title: 'you are on X',
  tagline: 'You are somebody on X. Post at a brand, or write to it in private, and see its answer.',
  script: 'x-main.js',
  look: 'network',
  people: { title: 'You are', head: '<button type="button" class="quiet" id="join">Add someone</button>' },
  middle: 'Places of this account',
  right: 'What is said there',
  dialog: `<dialog id="join-dialog" aria-labelledby="join-title">
  <form method="dialog" id="join-form" novalidate>
    <h2 id="join-title">Someone new</h2>
    <label>Name <input name="name" autocomplete="off"></label>
    <label>Handle <input name="username" autocomplete="off" placeholder="someone_new"></label>
    <label>Followers <input name="followers" type="number" min="0" value="100"></label>
    <p class="problem" role="alert" id="join-problem" hidden></p>
    <div class="actions"><button type="submit" class="primary">Add</button><button type="button" class="quiet" id="join-cancel">Cancel</button></div>
  </form>
</dialog>`,
  withoutScripts: 'This page needs JavaScript; the control routes at /__control/x work without.',
};

/** Where one is somebody on Facebook, or one of its pages. */
export const facebookRoom: Room = {
  path: '/facebook',
  title: 'you are on Facebook',
  tagline: 'You are somebody on Facebook. Nothing leaves this machine.',
  script: 'facebook-main.js',
  look: 'facebook',
  people: { title: 'You are' },
  middle: 'Places of this person',
  right: 'What is said there',
  withoutScripts: 'This page needs JavaScript; the control routes at /__control/facebook work without.',
};

/** Where one works in Salesforce. */
export const salesforceRoom: Room = {
  path: '/salesforce',
  title: 'you work in Salesforce',
  tagline: 'You work in Salesforce. Nothing leaves this machine.',
  script: 'salesforce-main.js',
  look: 'facebook salesforce',
  people: { title: 'You are' },
  middle: 'Records',
  right: 'Record',
  withoutScripts: 'This page needs JavaScript; the control routes at /__control/salesforce work without.',
};
