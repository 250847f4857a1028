/**
 * The schema on PostgreSQL, one step a row, forward only: a step that was released is never edited. The tables are those of
 * SQLite. Keys are compared byte by byte (collation "C"); instants are ISO 8601 in UTC, which sorts as it reads.
 *
 * Row-level security is a second net: a transaction that says for which buyer it works sees and writes the records of
 * no other, whatever its queries ask for. It holds for every role but superusers and those that bypass it.
 */
export const migrations: readonly string[] = [
  `
  create table session (
    id text collate "C" primary key,
    buyer_id text collate "C" not null,
    cookie_hash text collate "C" unique,
    record text not null
  );

  create table start_page (
    token_hash text collate "C" primary key,
    session_id text collate "C" not null references session (id),
    expires_at text collate "C" not null
  );
  create index start_page_expiry on start_page (expires_at);

  create table open_buy_token (
    token_hash text collate "C" primary key,
    buyer_id text collate "C" not null,
    email text not null,
    expires_at text collate "C" not null
  );
  create index open_buy_token_expiry on open_buy_token (expires_at);

  create table message (
    buyer_id text collate "C" not null,
    payload_id text collate "C" not null,
    kind text not null,
    digest text not null,
    answer text not null,
    reference text,
    received_at text not null,
    primary key (buyer_id, payload_id)
  );

  create table purchase_request (
    number bigint generated always as identity primary key,
    id text collate "C" not null unique,
    buyer_id text collate "C" not null,
    email text collate "C",
    status text collate "C" not null,
    record text not null
  );
  create index purchase_request_email on purchase_request (email, number);
  create index purchase_request_status on purchase_request (status, number);

  create table purchase_order (
    number bigint generated always as identity primary key,
    buyer_id text collate "C" not null,
    order_id text collate "C" not null,
    email text collate "C",
    status text collate "C" not null,
    record text not null,
    unique (buyer_id, order_id)
  );
  create index purchase_order_email on purchase_order (email, number);

  create table attachment (
    id bigint generated always as identity primary key,
    buyer_id text collate "C" not null,
    order_id text collate "C" not null,
    order_version integer not null,
    number integer not null,
    record text not null,
    bytes bytea not null,
    unique (buyer_id, order_id, order_version, number),
    foreign key (buyer_id, order_id) references purchase_order (buyer_id, order_id)
  );

  create table job (
    number bigint generated always as identity primary key,
    key text collate "C" not null unique,
    buyer_id text collate "C" not null,
    work text not null,
    status text collate "C" not null,
    due_at text collate "C" not null,
    attempts integer not null default 0,
    problem text,
    leased_until text collate "C",
    fence integer not null default 0,
    queue text collate "C"
  );
  create index job_due on job (due_at, number) where status = 'due';
  create index job_queue on job (queue, number) where status = 'due' and queue is not null;
  create index job_status on job (status, number) where status <> 'done';
  `,
  ...['session', 'open_buy_token', 'message', 'purchase_request', 'purchase_order', 'attachment', 'job'].map(
    table => `
  alter table ${table} enable row level security;
  alter table ${table} force row level security;
  create policy buyer on ${table} using (
    coalesce(current_setting('punchloop.buyer', true), '') in ('', buyer_id)
  );
  `,
  ),
  `
  drop index job_due;
  create index job_free on job (due_at, number) where status = 'due' and queue is null;
  create index job_leased on job (leased_until) where status = 'due' and leased_until is not null;
  `,
  `
  create table line_reference (
    buyer_id text collate "C" not null,
    reference text collate "C" not null,
    request_id text collate "C" not null references purchase_request (id),
    primary key (buyer_id, reference)
  );
  insert into line_reference
    select buyer_id, line ->> 'supplierPartAuxiliaryID', id
    from purchase_request, jsonb_array_elements(record::jsonb -> 'lines') as line;
  alter table line_reference enable row level security;
  alter table line_reference force row level security;
  create policy buyer on line_reference using (
    coalesce(current_setting('punchloop.buyer', true), '') in ('', buyer_id)
  );
  `,
  `
  alter table session add column outdated_at text collate "C";
  alter table purchase_request add column outdated_at text collate "C";
  alter table purchase_order add column outdated_at text collate "C";
  update session set outdated_at = record::jsonb ->> 'expiresAt';
  update purchase_request set outdated_at = record::jsonb ->> 'endedAt';
  update purchase_order set outdated_at = record::jsonb ->> 'receivedAt'
    where status in ('fulfilled', 'rejected', 'cancelled', 'test');
  create index session_outdated on session (outdated_at);
  create index purchase_request_outdated on purchase_request (outdated_at) where outdated_at is not null;
  create index purchase_order_outdated on purchase_order (outdated_at) where outdated_at is not null;
  create index job_done on job (due_at) where status = 'done';
  `,
  `
  drop index job_status;
  create index job_dead on job (number) where status = 'dead';
  drop index purchase_request_status;
  create index purchase_request_waiting on purchase_request (number) where status = 'waiting';
  `,
  `
  create table sent_document (
    number bigint generated always as identity primary key,
    buyer_id text collate "C" not null,
    payload_id text collate "C" not null,
    order_id text collate "C" not null,
    kind text collate "C" not null,
    document_id text collate "C" not null,
    record text not null,
    unique (buyer_id, payload_id)
  );
  create index sent_document_order on sent_document (buyer_id, order_id);
  create index sent_document_id on sent_document (buyer_id, document_id);
  with kinds (work_kind, kind, document, document_id) as (values
    ('confirm order', 'ConfirmationRequest', 'confirmation', 'confirmID'),
    ('send ship notice', 'ShipNoticeRequest', 'shipNotice', 'shipmentID'),
    ('send invoice', 'InvoiceDetailRequest', 'invoice', 'invoiceID'),
    ('send status update', 'StatusUpdateRequest', 'statusUpdate', null)
  )
  insert into sent_document (buyer_id, payload_id, order_id, kind, document_id, record)
    select buyer_id, said ->> 'payloadID', order_id, kind, coalesce(said ->> document_id, order_id),
      json_build_object('buyerId', buyer_id, 'orderID', order_id, 'payloadID', said ->> 'payloadID', 'kind', kind,
        'documentID', coalesce(said ->> document_id, order_id), 'writtenAt', said ->> 'timestamp',
        'statuses', json_build_array())::text
    from (
      select number, buyer_id, kind, document_id, work::jsonb ->> 'orderID' as order_id, work::jsonb -> document as said
      from job join kinds on work_kind = work::jsonb ->> 'kind'
    ) as sent order by number;
  alter table sent_document enable row level security;
  alter table sent_document force row level security;
  create policy buyer on sent_document using (
    coalesce(current_setting('punchloop.buyer', true), '') in ('', buyer_id)
  );
  `,
]
