const MARK = /^bureau:post:(\d{1,15})$/;

/** What is hidden in a message of ours on Messenger, so that its echo says which one it is. */
export function markOf(postId: number): string {
  return `bureau:post:${postId}`;
}

/** Null: it is no mark of ours. */
export function postOfMark(mark: string | null): number | null {
  const id = MARK.exec(mark ?? '')?.[1];
  return id === undefined ? null : Number(id);
}
