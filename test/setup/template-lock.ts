/** Whoever works on the template, or, shared, copies it: several runs may have one server, and a copy wants nobody in it. */
export const TEMPLATE_LOCK = 8_142_026;
