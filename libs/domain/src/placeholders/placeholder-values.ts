/** Name of a placeholder, such as `customer.first_name` → what it says. What is not in it is empty. */
export type PlaceholderValues = ReadonlyMap<string, string>;
