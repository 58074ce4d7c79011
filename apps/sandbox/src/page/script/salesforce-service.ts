/** The right pane: what Salesforce does to an app. Each lever is one control route. */
export const salesforceService = String.raw`
import { act } from './salesforce-api.js';
import { el, toast } from './dom.js';
import { button, calls, lever, pick, showLevers, violations } from './levers.js';

const chosen = { user: 'integration@larkspur.example', code: 'UNABLE_TO_LOCK_ROW', times: '1', object: 'Case', when: "Priority = 'High' AND Reason = null", message: 'Say why it is urgent.', field: 'Subject', value: '{Subject|upper}', hidden: 'Description' };
const CODES = ['UNABLE_TO_LOCK_ROW', 'FIELD_CUSTOM_VALIDATION_EXCEPTION', 'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY', 'STORAGE_LIMIT_EXCEEDED', 'INVALID_SESSION_ID', 'REQUEST_LIMIT_EXCEEDED', 'SERVER_UNAVAILABLE', 'UNKNOWN_EXCEPTION', 'API_DISABLED_FOR_ORG', 'QUERY_TIMEOUT'];

const run = (path, given) => act(path, given).then(() => toast('Done.'), (error) => toast(error.message));

export function showService(state) {
  const { setup, service } = state;
  const objects = state.kinds.map(({ name, label }) => [name, label]);
  showLevers('Salesforce itself',
    lever('Who connected the desk', 'Sessions end and are renewed; an app that was thrown out must ask again.',
      pick(chosen, 'user', 'User', state.users.map(({ username, name, connected }) => [username, name + (connected ? ' (connected)' : '')])),
      button('End the sessions', 'expire', () => run('token', { as: chosen.user, how: 'expire' })),
      button('Throw the app out', 'revoke', () => run('token', { as: chosen.user, how: 'revoke' }))),
    lever('Answers with errors', 'The next calls are refused.',
      pick(chosen, 'code', 'Error', CODES.map((one) => [one, one])), pick(chosen, 'times', 'How often', ['1', '3', '10'].map((one) => [one, one + ' ×'])),
      button('Refuse', 'fail', () => run('fail', { code: chosen.code, times: Number(chosen.times) })),
      button('Refuse no more', 'fail-clear', () => run('fail/clear', {}))),
    lever('Calls', setup.used + ' of ' + setup.dailyCalls + ' in 24 hours.',
      button('Use up all but 50', 'use-up', () => run('calls', { calls: Math.max(1, setup.dailyCalls - setup.used - 50) })),
      button('Limit of 1,000', 'limit', () => run('setup', { dailyCalls: 1000 })), button('Limit of 115,000', 'limit-usual', () => run('setup', { dailyCalls: 115000 })),
      button(setup.apiEnabled ? 'Switch the API off' : 'Switch the API on', 'api', () => run('setup', { apiEnabled: !setup.apiEnabled }))),
    lever('Rules', 'A validation rule refuses, a workflow changes what is written.',
      pick(chosen, 'object', 'Records', objects), write('when', 'When (as in SOQL)'), write('message', 'Say'),
      button('Add validation rule', 'rule', () => run('rules/validation', { object: chosen.object, when: chosen.when, message: chosen.message })),
      write('field', 'Field'), write('value', 'New value'),
      button('Add workflow', 'workflow', () => run('rules/workflow', { object: chosen.object, set: { [chosen.field]: chosen.value } })),
      button('No duplicate e-mail', 'duplicates', () => run('rules/duplicate', { object: 'Contact', fields: ['Email'] }))),
    rules(setup),
    lever('Fields and kinds', 'Who connected may lose a field; an organisation may have people as accounts.',
      write('hidden', 'Field of these records'),
      button('Hide it', 'hide', () => run('field-access', { as: chosen.user, object: chosen.object, field: chosen.hidden, access: 'none' })),
      button('Show it', 'show', () => run('field-access', { as: chosen.user, object: chosen.object, field: chosen.hidden, access: 'edit' })),
      button(setup.personAccounts ? 'Person accounts off' : 'Person accounts on', 'persons', () => run('setup', { personAccounts: !setup.personAccounts })),
      button(setup.externalIds ? 'Remove Desk_Id__c' : 'Add Desk_Id__c', 'external', () => run('setup', { externalIds: !setup.externalIds }))),
    lever('The service', service.up ? 'It is up.' : 'It is down: nobody can reach it.',
      button(service.up ? 'Go down' : 'Come back', 'down', () => run('down', { down: service.up })),
      button('An hour passes', 'hour', () => run('clock', { advanceMs: 3600000 })), button('A day passes', 'day', () => run('clock', { advanceMs: 86400000 })),
      button('The right time again', 'now', () => run('clock', { reset: true })), button('Forget everything', 'reset', () => run('reset', {}))),
    violations('What a well-behaved app never does', state.violations),
    calls('The last calls', state.calls, (one) => one.method + ' ' + one.path + (one.query.q ? ' ' + one.query.q : '')));
}

function rules(setup) {
  const all = [...setup.validationRules.map((one) => [one.id, one.object + ': refused when ' + one.when]),
    ...setup.workflows.map((one) => [one.id, one.object + ': sets ' + Object.entries(one.set).map(([field, value]) => field + ' to ' + value).join(', ')]),
    ...setup.duplicateRules.map((one) => [one.id, one.object + ': no two with the same ' + one.fields.join(', ')])];
  if (all.length === 0) return null;
  return el('section', { class: 'sheet' }, el('h3', {}, 'Rules there are'), el('ul', { class: 'facts' }, all.map(([id, words]) =>
    el('li', {}, words, el('button', { type: 'button', class: 'quiet small', 'data-key': 'rule-' + id, 'aria-label': 'Remove: ' + words, onclick: () => run('rules/remove', { id }) }, 'Remove')))));
}

function write(field, label) {
  const input = el('input', { 'data-key': 'write-' + field, autocomplete: 'off', value: chosen[field], oninput: () => { chosen[field] = input.value; } });
  return el('label', {}, label, input);
}
`;
