/** Said once, where customers can ask it too: somebody restricted sees the customers of the cases that he sees. */
export { caseAccess, type AccessClause } from '@bureau/identity';
