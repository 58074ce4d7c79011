/** What {@link TWO_FACTOR} selects. */
export interface TwoFactorColumns {
  twoFactorEnabled: boolean;
  twoFactorRequired: boolean;
}

/** Whether the role `r`, or this desk of everybody, demands a second factor. */
export const TWO_FACTOR_REQUIRED =
  '(r.two_factor_required OR EXISTS (SELECT FROM sign_in_settings g WHERE g.two_factor_required))';

/** Columns of `users u JOIN roles r ON r.id = u.role_id`: whether there is a second factor, and has to be one. */
export const TWO_FACTOR = `
  EXISTS (SELECT FROM two_factors t WHERE t.user_id = u.id AND t.confirmed_at IS NOT NULL) AS "twoFactorEnabled",
  ${TWO_FACTOR_REQUIRED} AS "twoFactorRequired"`;

/** A second factor is demanded and the user has none yet: he can do nothing but set it up. */
export function mustSetUp({ twoFactorEnabled, twoFactorRequired }: TwoFactorColumns): boolean {
  return twoFactorRequired && !twoFactorEnabled;
}
