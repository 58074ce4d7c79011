export { useLinks } from './use-links.ts';
export { WhatLinksHere } from './what-links-here.tsx';
