import { createRootRoute, Outlet } from '@tanstack/react-router';
import { Missing } from './page-faces.tsx';

/** Everything that the console shows stands below it. */
export const root = createRootRoute({ component: Outlet, notFoundComponent: Missing });
