/** A file as text, put in by the build. */
declare module '*?raw' {
  const text: string;
  // eslint-disable-next-line no-restricted-syntax -- the build names it so
  export default text;
}
