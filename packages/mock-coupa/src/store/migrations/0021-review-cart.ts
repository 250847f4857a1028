/** Who filled a cart in somebody else's name. A person fills one cart at most. */
export const withReviewCart = `
ALTER TABLE requisitions ADD COLUMN prepared_by TEXT;
ALTER TABLE requisitions ADD COLUMN prepared_by_name TEXT;
DROP INDEX one_cart_a_person;
CREATE UNIQUE INDEX one_cart_a_person ON requisitions (coalesce(prepared_by, login)) WHERE status = 'cart';
CREATE INDEX requisitions_by_preparer ON requisitions (prepared_by, number) WHERE prepared_by IS NOT NULL;
`
