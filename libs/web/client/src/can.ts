import type { Route, Session } from '@bureau/contracts';

/** Whether a session may call a route, by the same table that guards the server. It only hides; the server decides. */
export function can(session: Session | null, route: Route): boolean {
  const { allow } = route.shape;
  if (allow === 'public') return true;
  if (session === null) return false;
  return allow === 'signed-in' || session.permissions.includes(allow);
}
