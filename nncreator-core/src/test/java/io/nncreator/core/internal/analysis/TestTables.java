// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.analysis;

import io.nncreator.api.data.ColumnKind;

/** Tables with the columns of well-known data sets, and some invented ones. */
final class TestTables {
  private TestTables() {}

  static TestTable named(String name) {
    return switch (name) {
      case "iris" ->
          new TestTable(150)
              .real("sepal_length_cm", 4.3, 7.9)
              .real("sepal_width_cm", 2, 4.4)
              .real("petal_length_cm", 1, 6.9)
              .real("petal_width_cm", 0.1, 2.5)
              .evenClasses("target", "setosa", "versicolor", "virginica");
      case "wine" ->
          new TestTable(178)
              .real("alcohol", 11, 15)
              .reals("malic_acid", "ash", "alcalinity_of_ash", "magnesium", "total_phenols")
              .reals("flavanoids", "nonflavanoid_phenols", "proanthocyanins", "color_intensity")
              .reals("hue", "od280_od315_of_diluted_wines", "proline")
              .classes("target", "class_1", 40, "class_0", 33, "class_2", 27);
      case "breast_cancer" ->
          new TestTable(569)
              .reals("mean_radius", "mean_texture", "mean_perimeter", "mean_area")
              .reals("mean_smoothness", "mean_concave_points", "mean_symmetry", "radius_error")
              .reals("texture_error", "area_error", "worst_radius", "worst_texture", "worst_area")
              .classes("target", "benign", 63, "malignant", 37);
      case "penguins" ->
          new TestTable(344)
              .classes("species", "Adelie", 44, "Gentoo", 36, "Chinstrap", 20)
              .classes("island", "Biscoe", 49, "Dream", 36, "Torgersen", 15)
              .real("bill_length_mm", 32, 60)
              .real("bill_depth_mm", 13, 22)
              .real("flipper_length_mm", 172, 231)
              .real("body_mass_g", 2700, 6300)
              .evenClasses("sex", "male", "female")
              .whole("year", 2007, 2009);
      case "concrete" ->
          new TestTable(1030)
              .reals("cement", "blast_furnace_slag", "fly_ash", "water", "superplasticizer")
              .reals("coarse_aggregate", "fine_aggregate")
              .whole("age", 1, 365)
              .real("compressive_strength", 2.3, 82);
      case "digits" -> {
        TestTable digits = new TestTable(1797);
        for (int i = 0; i < 64; i++) {
          digits.whole("p" + i / 8 + "_" + i % 8, 0, 16);
        }
        yield digits.whole("digit", 0, 9);
      }
      case "titanic" ->
          new TestTable(1309)
              .classes("survived", "no", 62, "yes", 38)
              .classes("sex", "male", 64, "female", 36)
              .real("age", 0, 80)
              .classes("passengerclass", "3rd", 54, "1st", 25, "2nd", 21);
      case "telco_churn" ->
          new TestTable(700)
              .classes("churn", "No", 73, "Yes", 27)
              .truths("female", "senior_citizen", "partner", "dependents")
              .whole("tenure", 0, 72)
              .truths("phone_service")
              .evenClasses("internet_service", "DSL", "Fiber optic", "No")
              .evenClasses("online_security", "No", "Yes", "No internet service")
              .evenClasses("contract", "Month-to-month", "One year", "Two year")
              .truths("paperless_billing")
              .evenClasses("payment_method", "Electronic check", "Mailed check", "Bank transfer")
              .real("monthly_charges", 18, 118)
              .skewed("total_charges", 900);
      case "attrition" ->
          new TestTable(1470)
              .whole("age", 18, 60)
              .classes("attrition", "No", 84, "Yes", 16)
              .evenClasses("businesstravel", "Travel_Rarely", "Travel_Frequently", "Non-Travel")
              .whole("dailyrate", 100, 1499)
              .evenClasses("department", "Sales", "Research_Development", "Human_Resources")
              .whole("distancefromhome", 1, 29)
              .evenClasses("gender", "Male", "Female")
              .evenClasses("jobrole", "Manager", "Sales_Executive", "Research_Scientist")
              .evenClasses("maritalstatus", "Single", "Married", "Divorced")
              .skewed("monthlyincome", 5000)
              .evenClasses("overtime", "Yes", "No")
              .evenClasses("worklifebalance", "Good", "Better", "Bad", "Best")
              .whole("yearsatcompany", 0, 40);
      case "hmda" ->
          new TestTable(2380)
              .classes("deny", "no", 88, "yes", 12)
              .reals("pirat", "hirat", "lvrat")
              .evenClasses("phist", "no", "yes")
              .real("unemp", 1.8, 10)
              .evenClasses("selfemp", "no", "yes")
              .evenClasses("insurance", "no", "yes")
              .evenClasses("single", "no", "yes");
      case "sacramento" ->
          new TestTable(932)
              .evenClasses("city", "SACRAMENTO", "ELK_GROVE", "ROSEVILLE", "FOLSOM")
              .evenClasses("zip", "z95838", "z95823", "z95815", "z95824")
              .whole("beds", 1, 8)
              .whole("baths", 1, 5)
              .whole("sqft", 484, 4878)
              .classes("type", "Residential", 93, "Condo", 6, "Multi_Family", 1)
              .skewed("price", 200000)
              .real("latitude", 38.2, 39)
              .real("longitude", -121.6, -120.6);
      case "cps_wage" ->
          new TestTable(2000)
              .skewed("wage", 500)
              .whole("education", 0, 18)
              .whole("experience", 0, 60)
              .classes("ethnicity", "cauc", 92, "afam", 8)
              .evenClasses("smsa", "yes", "no")
              .evenClasses("region", "northeast", "midwest", "south", "west")
              .evenClasses("parttime", "no", "yes");
      case "credit_scoring" ->
          new TestTable(1000)
              .classes("status", "good", 72, "bad", 28)
              .whole("seniority", 0, 48)
              .evenClasses("home", "rent", "owner", "parents")
              .whole("time", 6, 72)
              .whole("age", 18, 68)
              .evenClasses("marital", "married", "widow", "single")
              .evenClasses("records", "no", "yes")
              .evenClasses("job", "freelance", "fixed", "partime")
              .skewed("income", 130)
              .skewed("debt", 300)
              .whole("amount", 100, 5000)
              .whole("price", 105, 11140);
      case "chile_vote" ->
          new TestTable(1000)
              .evenClasses("region", "N", "C", "S", "SA")
              .whole("population", 3750, 250000)
              .evenClasses("sex", "M", "F")
              .whole("age", 18, 70)
              .evenClasses("education", "P", "PS", "S")
              .whole("income", 2500, 200000)
              .real("statusquo", -1.8, 2)
              .classes("vote", "N", 35, "Y", 34, "U", 23, "A", 8);
      case "house_votes" ->
          new TestTable(435)
              .classes("class", "democrat", 61, "republican", 39)
              .evenClasses("v1", "n", "y")
              .evenClasses("v2", "y", "n")
              .evenClasses("v3", "y", "n")
              .evenClasses("v4", "n", "y");
      case "spambase" ->
          new TestTable(1000)
              .reals("make", "address", "all", "our", "over", "order", "mail", "will", "people")
              .reals("report", "free", "business", "email", "you", "credit", "your", "money")
              .reals("data", "project", "capital_ave", "capital_long")
              .classes("type", "nonspam", 61, "spam", 39);
      case "zoo" ->
          new TestTable(101)
              .truths("hair", "feathers", "eggs", "milk", "airborne", "aquatic", "predator")
              .whole("legs", 0, 8)
              .truths("tail", "domestic")
              .classes("type", "mammal", 41, "bird", 20, "fish", 19, "insect", 12, "reptile", 8);
      case "pima" ->
          new TestTable(768)
              .whole("pregnant", 0, 17)
              .reals("glucose", "pressure", "triceps", "insulin", "mass", "pedigree")
              .whole("age", 21, 81)
              .classes("diabetes", "neg", 65, "pos", 35);
      case "seattle_weather" ->
          new TestTable(1461)
              .dates("date")
              .skewed("precipitation", 3)
              .real("temp_max", -1, 36)
              .real("temp_min", -7, 18)
              .real("wind", 0, 9)
              .classes("weather", "rain", 44, "sun", 43, "fog", 7, "drizzle", 4, "snow", 2);
      case "air_passengers" -> new TestTable(144).dates("date").whole("value", 104, 622);
      case "austen_books" ->
          new TestTable(600).freeText("text").evenClasses("book", "Emma", "Persuasion");
      case "glass" ->
          new TestTable(214)
              .reals("ri", "na", "mg", "al", "si", "k", "ca", "ba", "fe")
              .classes("type", "t2", 36, "t1", 33, "t7", 13, "t3", 8, "t5", 6, "t6", 4);
      case "flats" ->
          new TestTable(500)
              .skewed("цена", 9000000)
              .real("площадь", 20, 140)
              .whole("число_комнат", 1, 5)
              .whole("этаж", 1, 25)
              .evenClasses("район", "Центр", "Север", "Юг")
              .whole("год_постройки", 1950, 2024);
      case "loans" ->
          new TestTable(800)
              .numberId("id")
              .skewed("amount", 9000)
              .whole("term", 12, 60)
              .skewed("income", 4000)
              .evenClasses("purpose", "car", "house", "education")
              .whole("default", 0, 1);
      case "cars" ->
          new TestTable(900)
              .evenClasses("make", "Ford", "Toyota", "BMW")
              .evenClasses("model", "Focus", "Corolla", "Yaris", "Fiesta", "X5")
              .whole("year", 1998, 2023)
              .whole("mileage", 100, 250000)
              .real("engineSize", 0.9, 5)
              .evenClasses("fuelType", "Petrol", "Diesel", "Electric")
              .skewed("sellingPrice", 12000);
      case "students" ->
          new TestTable(400)
              .names("StudentID", "S")
              .real("studyHours", 0, 40)
              .whole("absences", 0, 30)
              .evenClasses("parentEducation", "school", "college", "university")
              .real("finalGrade", 0, 20);
      case "shots" ->
          new TestTable(300)
              .evenClasses("player", "Ann", "Bob", "Cyd")
              .real("distance", 1, 30)
              .real("angle", 0, 90)
              .real("accuracy", 0, 1);
      case "sensors" ->
          new TestTable(1000).reals("temperature", "vibration", "pressure", "current");
      case "customers" ->
          new TestTable(500)
              .numberId("id")
              .whole("age", 18, 90)
              .skewed("income", 40000)
              .whole("visits", 0, 200);
      case "photos" -> {
        String[] files = new String[100];
        for (int i = 0; i < files.length; i++) {
          files[i] = "cats/" + i + ".PNG";
        }
        yield new TestTable(100)
            .texts("file", ColumnKind.IDENTIFIER, files)
            .evenClasses("animal", "cat", "dog");
      }
      default -> throw new IllegalArgumentException("No table is named " + name);
    };
  }
}
