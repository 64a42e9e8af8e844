-- Prints the balance of every account.
SELECT 'not yet';
