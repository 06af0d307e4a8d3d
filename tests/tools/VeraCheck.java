import java.io.FileInputStream;
import java.util.Map;
import java.util.TreeMap;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** Checks PDF files with veraPDF: VeraCheck FLAVOUR FILE... prints PASS or FAIL and the broken rules. */
public class VeraCheck {
  public static void main(String[] arguments) throws Exception {
    VeraGreenfieldFoundryProvider.initialise();
    PDFAFlavour flavour = PDFAFlavour.byFlavourId(arguments[0]);
    boolean allPass = true;
    for (int i = 1; i < arguments.length; i++) {
      ValidationResult result = validate(flavour, arguments[i]);
      allPass &= result.isCompliant();
      System.out.println((result.isCompliant() ? "PASS " : "FAIL ") + flavour.getId()
          + " checks=" + result.getTotalAssertions());
      brokenRules(result).forEach((rule, message) -> System.out.println("  " + rule + " " + message));
    }
    System.exit(allPass ? 0 : 1);
  }

  private static ValidationResult validate(PDFAFlavour flavour, String file) throws Exception {
    try (FileInputStream stream = new FileInputStream(file);
        PDFAParser parser = Foundries.defaultInstance().createParser(stream, flavour)) {
      return Foundries.defaultInstance().createValidator(flavour, false).validate(parser);
    }
  }

  private static Map<String, String> brokenRules(ValidationResult result) {
    Map<String, String> broken = new TreeMap<>();
    for (TestAssertion assertion : result.getTestAssertions()) {
      if (assertion.getStatus() == TestAssertion.Status.FAILED) {
        broken.putIfAbsent(assertion.getRuleId().getClause() + "-" + assertion.getRuleId().getTestNumber(),
            assertion.getMessage());
      }
    }
    return broken;
  }
}
