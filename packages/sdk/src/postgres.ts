/** Surface `@punchloop/sdk/postgres`. */
export { migratePostgres, type PostgresOptions, postgresStore } from './store/postgres-store.js'
export { StoreError } from './store/store-error.js'
