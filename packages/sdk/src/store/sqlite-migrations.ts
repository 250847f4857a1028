/**
 * The schema, one step a row, forward only: a step that was released is never edited. What is looked up has a column;
 * the rest of a record is in `record` (JSON, instants as ISO 8601).
 */
export const migrations: readonly string[] = [
  `
  create table session (
    id text primary key,
    cookie_hash text unique,
    record text not null
  ) strict, without rowid;

  create table start_page (
    token_hash text primary key,
    session_id text not null references session (id),
    expires_at text not null
  ) strict, without rowid;
  create index start_page_expiry on start_page (expires_at);

  create table open_buy_token (
    token_hash text primary key,
    buyer_id text not null,
    email text not null,
    expires_at text not null
  ) strict, without rowid;
  create index open_buy_token_expiry on open_buy_token (expires_at);

  create table message (
    buyer_id text not null,
    payload_id text not null,
    kind text not null,
    digest text not null,
    answer text not null,
    reference text,
    received_at text not null,
    primary key (buyer_id, payload_id)
  ) strict, without rowid;

  create table purchase_request (
    number integer primary key,
    id text not null unique,
    buyer_id text not null,
    email text,
    status text not null,
    record text not null
  ) strict;
  create index purchase_request_email on purchase_request (email, number);
  create index purchase_request_status on purchase_request (status, number);

  create table purchase_order (
    number integer primary key,
    buyer_id text not null,
    order_id text not null,
    email text,
    status text not null,
    record text not null,
    unique (buyer_id, order_id)
  ) strict;
  create index purchase_order_email on purchase_order (email, number);

  create table job (
    number integer primary key,
    key text not null unique,
    work text not null,
    status text not null,
    due_at text not null,
    attempts integer not null default 0,
    problem text,
    leased_until text,
    fence integer not null default 0
  ) strict;
  create index job_due on job (due_at, number) where status = 'due';
  `,
  `
  create table attachment (
    id integer primary key,
    buyer_id text not null,
    order_id text not null,
    order_version integer not null,
    number integer not null,
    record text not null,
    bytes blob not null,
    unique (buyer_id, order_id, order_version, number),
    foreign key (buyer_id, order_id) references purchase_order (buyer_id, order_id)
  ) strict;
  `,
  `
  alter table session add column buyer_id text;
  update session set buyer_id = json_extract(record, '$.buyerId');
  alter table job add column buyer_id text;
  update job set buyer_id = json_extract(work, '$.buyerId');
  alter table job add column queue text;
  create index job_queue on job (queue, number) where status = 'due' and queue is not null;
  create index job_status on job (status, number) where status <> 'done';
  `,
  `
  drop index job_due;
  create index job_free on job (due_at, number) where status = 'due' and queue is null;
  create index job_leased on job (leased_until) where status = 'due' and leased_until is not null;
  `,
  `
  create table line_reference (
    buyer_id text not null,
    reference text not null,
    request_id text not null references purchase_request (id),
    primary key (buyer_id, reference)
  ) strict, without rowid;
  insert into line_reference
    select buyer_id, json_extract(line.value, '$.supplierPartAuxiliaryID'), purchase_request.id
    from purchase_request, json_each(record, '$.lines') as line;
  `,
  `
  alter table session add column outdated_at text;
  alter table purchase_request add column outdated_at text;
  alter table purchase_order add column outdated_at text;
  update session set outdated_at = json_extract(record, '$.expiresAt');
  update purchase_request set outdated_at = json_extract(record, '$.endedAt');
  update purchase_order set outdated_at = json_extract(record, '$.receivedAt')
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
    number integer primary key,
    buyer_id text not null,
    payload_id text not null,
    order_id text not null,
    kind text not null,
    document_id text not null,
    record text not null,
    unique (buyer_id, payload_id)
  ) strict;
  create index sent_document_order on sent_document (buyer_id, order_id);
  create index sent_document_id on sent_document (buyer_id, document_id);
  with kinds (work_kind, kind, document, document_id) as (values
    ('confirm order', 'ConfirmationRequest', '$.confirmation', '$.confirmation.confirmID'),
    ('send ship notice', 'ShipNoticeRequest', '$.shipNotice', '$.shipNotice.shipmentID'),
    ('send invoice', 'InvoiceDetailRequest', '$.invoice', '$.invoice.invoiceID'),
    ('send status update', 'StatusUpdateRequest', '$.statusUpdate', '$.orderID')
  )
  insert into sent_document (buyer_id, payload_id, order_id, kind, document_id, record)
    select buyer_id, json_extract(work, document || '.payloadID'), json_extract(work, '$.orderID'), kind,
      json_extract(work, document_id),
      json_object('buyerId', buyer_id, 'orderID', json_extract(work, '$.orderID'),
        'payloadID', json_extract(work, document || '.payloadID'), 'kind', kind,
        'documentID', json_extract(work, document_id),
        'writtenAt', json_extract(work, document || '.timestamp'), 'statuses', json('[]'))
    from job join kinds on work_kind = json_extract(work, '$.kind') order by number;
  `,
]
