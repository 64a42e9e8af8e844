import java.util.HashMap;
import java.util.Map;

/** The accounts of a bank. Each method says whether it did what was asked; if not, nothing has changed. */
final class Accounts {
    private final Map<String, Integer> balances = new HashMap<>();

    boolean open(String name) {
        return balances.putIfAbsent(name, 0) == null;
    }

    boolean deposit(String name, int amount) {
        return false;
    }

    /** What is in an account; null when there is no such account. */
    Integer balance(String name) {
        return balances.get(name);
    }

    boolean withdraw(String name, int amount) {
        Integer balance = balances.get(name);
        if (balance == null || balance < amount) return false;
        balances.put(name, balance - amount);
        return true;
    }

    boolean transfer(String from, String to, int amount) {
        if (!balances.containsKey(to)) return false;
        return withdraw(from, amount) && deposit(to, amount);
    }
}
