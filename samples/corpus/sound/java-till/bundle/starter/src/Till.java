import java.util.Scanner;

/** Reads commands, one a line, and prints an answer to each. Amounts are whole coins, from 1. */
final class Till {
    private Till() {}

    public static void main(String[] arguments) {
        Accounts accounts = new Accounts();
        try (Scanner input = new Scanner(System.in)) {
            while (input.hasNextLine()) System.out.println(answer(accounts, input.nextLine().trim().split(" +")));
        }
    }

    private static String answer(Accounts accounts, String[] words) {
        switch (words[0] + " " + words.length) {
            case "open 2":
                return said(accounts.open(words[1]));
            case "balance 2":
                Integer balance = accounts.balance(words[1]);
                return balance == null ? "no such account" : balance.toString();
            case "deposit 3":
                return said(accounts.deposit(words[1], amount(words[2])));
            case "withdraw 3":
                return said(accounts.withdraw(words[1], amount(words[2])));
            case "transfer 4":
                return said(accounts.transfer(words[1], words[2], amount(words[3])));
            default:
                return "what?";
        }
    }

    private static int amount(String word) {
        return Math.max(1, Integer.parseInt(word));
    }

    private static String said(boolean done) {
        return done ? "done" : "refused";
    }
}
