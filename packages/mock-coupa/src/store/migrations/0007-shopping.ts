/** Trips that go back to a shop with lines of a requisition. */
const trips = `
ALTER TABLE trips ADD COLUMN operation TEXT NOT NULL DEFAULT 'create';
ALTER TABLE trips ADD COLUMN held_trip INTEGER REFERENCES trips;
`

export const withShopping = trips
