/** What {@link TWO_FACTOR} selects. */
export interface TwoFactorColumns {
  twoFactorEnabled: boolean;
  twoFactorRequired: boolean;
}

/** Columns of `users u JOIN roles r ON r.id = u.role_id`: whether there is a second factor, and has to be one. */
export const TWO_FACTOR = `
  EXISTS (SELECT FROM two_factors t WHERE t.user_id = u.id AND t.confirmed_at IS NOT NULL) AS "twoFactorEnabled",
  r.two_factor_required AS "twoFactorRequired"`;

/** The role demands a second factor and the user has none yet: he can do nothing but set it up. */
export function mustSetUp({ twoFactorEnabled, twoFactorRequired }: TwoFactorColumns): boolean {
  return twoFactorRequired && !twoFactorEnabled;
}
