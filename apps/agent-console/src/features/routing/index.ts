export { PlayControl } from './play-control.tsx';
export { RoutingLive } from './routing-live.tsx';
