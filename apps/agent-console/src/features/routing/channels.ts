/** In the order in which they are set. */
export const CHANNELS = ['email', 'chat', 'phone', 'twitter', 'facebook', 'qna'] as const;
