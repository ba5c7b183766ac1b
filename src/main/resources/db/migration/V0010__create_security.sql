-- Who may come in, what they may do, and what was noted about it.

create table user_account (
    id uuid primary key,
    -- always lower case: Zhang and zhang are one account
    username text not null unique check (username = lower(username)),
    display_name text not null,
    password_hash text not null,
    roles text[] not null check (cardinality(roles) > 0),
    extension text check (extension ~ '^[0-9]{2,8}$'),
    language text not null check (language in ('zh', 'en')),
    active boolean not null,
    version bigint not null,
    created_at timestamptz not null,
    password_changed_at timestamptz not null
);

-- A telephone rings for one person; who left may keep the old entry.
create unique index user_account_extension on user_account (extension) where active and extension is not null;

-- A session is found by the hash of its token; the token itself is only in the browser's cookie.
create table user_session (
    token_hash bytea primary key,
    user_id uuid not null references user_account (id) on delete cascade,
    started_at timestamptz not null,
    last_seen_at timestamptz not null,
    expires_at timestamptz not null,
    address text not null
);

create index user_session_user on user_session (user_id);
create index user_session_expiry on user_session (expires_at);

-- Wrong passwords, counted per account and address and per address.
create table sign_in_failure (
    subject text primary key,
    failures integer not null,
    first_failed_at timestamptz not null
);

create table service_key (
    id uuid primary key,
    name text not null unique,
    role text not null check (role in ('FEED', 'MONITOR')),
    key_hash bytea not null unique,
    created_at timestamptz not null,
    created_by uuid not null,
    expires_at timestamptz,
    revoked_at timestamptz
);

-- Only ever appended to.
create table security_audit (
    id uuid primary key,
    at timestamptz not null,
    kind text not null,
    user_id uuid,
    username text,
    address text,
    subject text
);

create index security_audit_at on security_audit (at);
create index security_audit_user on security_audit (user_id, at);
