"""Run the revisions on the connection that `upgrade` hands over; Alembic calls this file by its name."""

from alembic import context

context.configure(connection=context.config.attributes["connection"], transactional_ddl=False)
context.run_migrations()
